import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export interface ReceivedCallback {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The other side of a callback: a real server that keeps what it was told. */
export async function startCallbackReceiver() {
  const received: ReceivedCallback[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = new Uint8Array(Buffer.concat(chunks));
    const { type, data } = JSON.parse(Buffer.from(body).toString("utf8"));
    received.push({ headers: request.headers as Record<string, string>, body, type, data });
    response.writeHead(200).end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/results`,
    received,
    /** Those about one ticket, as soon as there are so many; the test's time limit ends a wait in vain. */
    async about(ticketId: string, count: number): Promise<readonly ReceivedCallback[]> {
      for (;;) {
        const found = received.filter(({ data }) => data.ticket_id === ticketId);
        if (found.length >= count) return found;
        await sleep(20);
      }
    },
    close: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

export type CallbackReceiver = Awaited<ReturnType<typeof startCallbackReceiver>>;
