import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { sampleDraft } from "@otai/core/testing/sample-answers";
import { draftRequestSchema } from "@otai/service-api/reply-draft";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createBaseApp } from "../http/base-app.ts";
import { createPipelineIds } from "./pipeline-ids.ts";
import { createServicesByAddress } from "./remote-services.ts";

const request = draftRequestSchema.parse({
  ticket_id: "T-1",
  conversation: [{ role: "customer", content: "I was charged twice" }],
});
const log = { debug() {}, info() {}, warn() {}, error() {} };
const stop = new AbortController();
const pipeline = createPipelineIds();
const seen: (string | undefined)[] = [];

const server = createServer(async (incoming, response) => {
  for await (const _ of incoming);
  seen.push((incoming.headers as IncomingHttpHeaders)["x-pipeline-id"] as string | undefined);
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(sampleDraft(request)));
});

let draft: () => Promise<unknown>;
beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { reply } = createServicesByAddress({
    urls: { reply: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, qa: null, sentiment: null },
    inProcess: {} as never,
    apiKey: null,
    headers: pipeline.headers,
    clock: { now: () => Date.now() },
    log,
    signal: stop.signal,
  });
  draft = () => reply.draft(request);
});
afterAll(async () => {
  stop.abort();
  server.close();
  server.closeAllConnections();
});

describe("1.2: X-Pipeline-ID goes along to the calls that a request causes", () => {
  it("each request's own, also when several are answered at once; what is no plain id is left behind", async () => {
    const ids = { next: (prefix: string) => `${prefix}-1` };
    const health = () => ({ services: [], degraded: false, checks: {} });
    const app = createBaseApp({ ids, log, version: "1", cors: [], pipeline, health });
    app.get("/draft", async (context) => {
      await draft();
      return context.text("done");
    });
    const ask = (headers: Record<string, string>) => app.request("http://localhost/draft", { headers });
    await Promise.all([ask({ "X-Pipeline-ID": "pl-1" }), ask({ "X-Pipeline-ID": "pl-2" }), ask({})]);
    await ask({ "X-Pipeline-ID": "a b; c" });
    expect([...seen].sort()).toEqual(["pl-1", "pl-2", undefined, undefined]);
  });
});
