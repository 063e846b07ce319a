import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface ReceivedMessage {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly json: {
    readonly type: string;
    readonly timestamp: string;
    readonly data: Readonly<Record<string, unknown>>;
  };
}

/** The other side of a callback: a real server that keeps what it got and answers as it is told. */
export async function startReceiver() {
  const received: ReceivedMessage[] = [];
  let answer = (response: ServerResponse): unknown => response.writeHead(204).end();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = new Uint8Array(Buffer.concat(chunks));
    const headers = request.headers as Record<string, string>;
    received.push({ path: request.url!, headers, body, json: JSON.parse(Buffer.from(body).toString("utf8")) });
    answer(response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    base,
    url: `${base}/results`,
    received,
    answers(status: number, headers: Record<string, string> = {}) {
      answer = (response) => response.writeHead(status, headers).end();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;
