import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { isDeepStrictEqual } from "node:util";
import type { WireFixture } from "./wire-fixture.ts";

/** An exchange to replay; a fixture is one. `body: undefined` in the request accepts any body. */
export type WireExchange = Pick<WireFixture, "request" | "response">;

export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON, the text when it is not JSON, `undefined` when there was none. */
  readonly body: unknown;
}

export interface WireServer {
  /** `http://127.0.0.1:<port>`, without a slash. */
  readonly url: string;
  /** Everything that was asked, in order. */
  readonly requests: readonly WireRequest[];
  /** Requests that matched no exchange, each explained; a good test ends with none. */
  readonly unexpected: readonly string[];
  /** Answers these too; a later exchange for the same request comes after the earlier ones, the last is repeated. */
  replay(...exchanges: readonly WireExchange[]): void;
  close(): Promise<void>;
}

/** A real HTTP server that answers recorded exchanges and refuses, with an explanation, what was not recorded. */
export async function startWireServer(...exchanges: readonly WireExchange[]): Promise<WireServer> {
  const waiting: { exchange: WireExchange; used: boolean }[] = [];
  const requests: WireRequest[] = [];
  const unexpected: string[] = [];
  const replay = (...more: readonly WireExchange[]) => {
    waiting.push(...more.map((exchange) => ({ exchange, used: false })));
  };
  replay(...exchanges);

  const server = createServer(async (incoming, outgoing) => {
    const request = await readRequest(incoming);
    requests.push(request);
    const matching = waiting.filter(({ exchange }) => matches(exchange.request, request));
    const next = matching.find(({ used }) => !used) ?? matching.at(-1);
    if (next === undefined) {
      const seen = `${request.method} ${request.path} ${JSON.stringify(request.query)} ${JSON.stringify(request.body ?? null)}`;
      unexpected.push(seen);
      outgoing.writeHead(418, { "content-type": "application/json" });
      outgoing.end(JSON.stringify({ message: `no exchange was recorded for ${seen}` }));
      return;
    }
    next.used = true;
    answer(outgoing, next.exchange.response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    unexpected,
    replay,
    close: () =>
      new Promise((closed, failed) => {
        server.closeAllConnections();
        server.close((error) => (error === undefined ? closed() : failed(error)));
      }),
  };
}

async function readRequest(incoming: IncomingMessage): Promise<WireRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  const url = new URL(incoming.url ?? "/", "http://wire");
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
  return {
    method: incoming.method ?? "",
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: parse(text),
  };
}

/** Method and path; query and body where they are given, and then the whole of them; the named headers up to an `…`. */
function matches(expected: WireExchange["request"], actual: WireRequest): boolean {
  const query = Object.fromEntries(Object.entries(expected.query ?? {}).map(([name, value]) => [name, String(value)]));
  return (
    expected.method === actual.method &&
    expected.path === actual.path &&
    (expected.query === undefined || isDeepStrictEqual(query, { ...actual.query })) &&
    Object.entries(expected.headers ?? {}).every(([name, value]) =>
      sameUpToEllipsis(value, actual.headers[name.toLowerCase()]),
    ) &&
    (expected.body === undefined || isDeepStrictEqual(expected.body ?? undefined, actual.body))
  );
}

function sameUpToEllipsis(expected: string, actual: string | undefined): boolean {
  const [start, cut] = expected.split("…");
  return cut === undefined ? actual === expected : actual?.startsWith(start!) === true;
}

function answer(outgoing: ServerResponse, response: WireExchange["response"]): void {
  const text =
    response.bodyText ?? (response.body === undefined || response.body === null ? "" : JSON.stringify(response.body));
  const headers = Object.fromEntries(
    Object.entries(response.headers ?? {}).filter(([name]) => !/^content-length$/i.test(name)),
  );
  outgoing.writeHead(response.status, { ...(text === "" ? {} : { "content-type": "application/json" }), ...headers });
  outgoing.end(text);
}

function parse(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
