import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { sampleDraft } from "@otai/core/testing/sample-answers";
import { draftRequestSchema } from "@otai/service-api/reply-draft";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createServicesByAddress } from "./remote-services.ts";

const request = draftRequestSchema.parse({
  ticket_id: "T-1",
  conversation: [{ role: "customer", content: "I was charged twice" }],
});
const draft = sampleDraft(request);
const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const stop = new AbortController();

let sockets: number;
let answer: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
const server = createServer(async (incoming, response) => {
  for await (const _ of incoming);
  await answer(incoming, response);
});
server.on("connection", () => {
  sockets += 1;
});

beforeEach(async () => {
  sockets = 0;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterEach(async () => {
  server.close();
  server.closeAllConnections();
  await once(server, "close");
});

function services(timeoutMs?: number) {
  return createServicesByAddress({
    urls: { reply: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, qa: null, sentiment: null },
    inProcess: {} as never,
    apiKey: "key-of-the-service",
    clock: { now: () => Date.now() },
    log: quiet,
    signal: stop.signal,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
}

function say(response: ServerResponse, status: number, body: unknown): void {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  response.writeHead(status, { "content-type": typeof body === "string" ? "text/html" : "application/json" }).end(text);
}

describe("D14: a service behind an address takes its time", () => {
  it("an answer that comes within the step's own time is taken, however slow", async () => {
    answer = async (_, response) => {
      await sleep(300);
      say(response, 200, draft);
    };
    expect(await services(5_000).reply.draft(request)).toMatchObject({ draft_id: "d-T-1" });
  });

  it("one that comes too late is a failure that may be tried again, and not a lost ticket", async () => {
    answer = async () => {};
    await expect(services(100).reply.draft(request)).rejects.toMatchObject({ retry: "later" });
  });

  it("sockets are used again: call after call does not open one each", async () => {
    answer = (_, response) => say(response, 200, draft);
    const { reply } = services();
    for (let call = 0; call < 20; call += 1) await reply.draft(request);
    expect(sockets).toBeLessThanOrEqual(2);
  });

  it("is told the key of the services", async () => {
    const keys: unknown[] = [];
    answer = ({ headers }, response) => {
      keys.push(headers["x-api-key"]);
      say(response, 200, draft);
    };
    await services().reply.draft(request);
    expect(keys).toEqual(["key-of-the-service"]);
  });
});

describe("D13: what a service answers is checked before anybody believes it", () => {
  it.each([
    [401, { error_code: "AUTHENTICATION_ERROR", detail: "wrong key" }, { code: "authentication" }],
    [404, { error_code: "NOT_FOUND", detail: "no such path" }, {}],
    [422, { error_code: "VALIDATION_ERROR", detail: "too long" }, { retry: "never" }],
    [200, "<html>hello</html>", {}],
    [200, { draft_id: "d-1" }, { message: expect.stringContaining("draft: ") }],
  ])("%d with %j is a typed error that says what is wrong", async (status, body, expected) => {
    answer = (_, response) => say(response, status, body);
    await expect(services(5_000).reply.draft(request)).rejects.toMatchObject({
      code: expect.any(String),
      scope: expect.any(String),
      ...expected,
    });
  });
});
