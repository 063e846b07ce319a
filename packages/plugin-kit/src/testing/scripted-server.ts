import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { OtaiError } from "@otai/plugin-api/errors";
import { createHttpClient, type HttpClientOptions, type HttpRequest } from "../http-client.ts";
import { readRateHeaders } from "../rate-headers.ts";
import { createTestContext } from "./plugin-context.ts";

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export const get: HttpRequest = { method: "GET", path: "/tickets/9", query: { token: "hidden" }, repeatable: true };
export const note: HttpRequest = {
  method: "POST",
  path: "/tickets/9/notes",
  body: { text: "words" },
  repeatable: false,
};
export const put: HttpRequest = { method: "PUT", path: "/tickets/9", body: { priority: 3 }, repeatable: true };

export function say(status: number, text = "", headers: Record<string, string> = {}): Answer {
  return (_, response) => response.writeHead(status, headers).end(text);
}

/** Ends the connection without an answer. */
export const cut: Answer = (request) => void request.socket.destroy();

/** A server that answers as scripted (the last answer again and again), and clients in front of it. */
export async function startScriptedServer() {
  const context = createTestContext();
  const asked: string[] = [];
  const pauses: number[] = [];
  let script: Answer[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    request.resume();
    (script.length > 1 ? script.shift()! : script[0]!)(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;

  const client = (options: Partial<HttpClientOptions> = {}) =>
    createHttpClient({
      baseUrl: base,
      authorization: () => "Basic c2VjcmV0LWtleQ==",
      timeoutMs: 2_000,
      tls: { rejectUnauthorized: true },
      context,
      rate: {
        classOf: (_, path) => (path.startsWith("/tickets") ? "tickets" : "other"),
        read: (headers, now) => readRateHeaders(headers, { limit: "x-limit", remaining: "x-remaining" }, now),
      },
      explain: (status, body) => ({
        message: (body as { message?: string } | undefined)?.message ?? `status ${status}`,
      }),
      jitter: () => 0.5,
      pause: async (ms) => void pauses.push(ms),
      ...options,
    });

  return {
    context,
    base,
    /** `METHOD path` of every request, in order. */
    asked,
    /** Milliseconds of every pause between quick tries. */
    pauses,
    client,
    answer(...answers: Answer[]) {
      script = answers;
    },
    /** The typed error of a request that must fail. */
    async failure(request: HttpRequest, options?: Partial<HttpClientOptions>): Promise<OtaiError> {
      const error: unknown = await client(options)
        .request(request)
        .catch((thrown: unknown) => thrown);
      if (!OtaiError.is(error)) throw new Error(`expected a typed error, got ${String(error)}`);
      return error;
    },
    async stop() {
      context.stop();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

export type ScriptedServer = Awaited<ReturnType<typeof startScriptedServer>>;
