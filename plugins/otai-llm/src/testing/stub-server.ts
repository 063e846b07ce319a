import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Asked {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly temperature: number;
    readonly max_tokens: number;
    readonly response_format?: { readonly type: string; readonly json_schema?: { readonly schema: unknown } };
    readonly [further: string]: unknown;
  };
}

/** What the server does with a request: a model's words, or anything else. */
export type Reaction = string | ((response: ServerResponse, asked: Asked) => void);

/** A real server that says what it is told to: the reactions one after the other, the last one from then on. */
export async function startStubServer(...reactions: readonly Reaction[]) {
  const asked: Asked[] = [];
  const script = [...reactions];
  const server = createServer(async (request, response) => {
    const one: Asked = { ...about(request), body: JSON.parse(await textOf(request)) };
    asked.push(one);
    const reaction = script.length > 1 ? script.shift()! : script[0]!;
    if (typeof reaction === "string") says(reaction)(response);
    else reaction(response, one);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    /** From now on. */
    react(...next: readonly Reaction[]): void {
      script.splice(0, script.length, ...next);
    },
    close: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
export type StubServer = Awaited<ReturnType<typeof startStubServer>>;

function about({ url = "", headers }: IncomingMessage) {
  return { path: url, authorization: headers.authorization };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

/** A chat completion; `usage` as OpenAI's API has it, or `null` for a server that keeps no count. */
export function says(content: string, usage: object | null = { prompt_tokens: 40, completion_tokens: 10 }) {
  return (response: ServerResponse): void => {
    const choices = [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }];
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ id: "c", object: "chat.completion", created: 1, model: "m", choices, usage }));
  };
}

export function refuses(status: number, headers: Readonly<Record<string, string>> = {}) {
  return (response: ServerResponse, { authorization }: Asked): void => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify({ error: { message: `no: ${authorization}`, code: status } }));
  };
}
