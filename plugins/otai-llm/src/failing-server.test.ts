import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { selfSignedCertificate, selfSignedKey } from "@otai/plugin-kit/testing/self-signed";
import { afterEach, describe, expect, test } from "vitest";
import { openBench } from "./testing/model-bench.ts";
import { type Reaction, refuses, type StubServer, says, startStubServer } from "./testing/stub-server.ts";

const good = '{"category": "shipping", "score": 0.25}';
const value = { category: "shipping", score: 0.25, quotes: [] };

const servers: StubServer[] = [];
async function start(...reactions: readonly Reaction[]): Promise<StubServer> {
  const server = await startStubServer(...reactions);
  servers.push(server);
  return server;
}
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe("U05: a server that cannot answer is no catastrophe", () => {
  test.each([
    [401, "API key"],
    [402, "no credit left"],
    [403, "may not use"],
    [404, "no such model or path"],
    [500, "a fault of its own"],
    [503, "busy, or still loading"],
  ])("%i: llm_unavailable, and the message says what to do", async (status, words) => {
    const server = await start(refuses(status));
    const { refusal, logged, spent } = openBench({ base_url: server.url, api_key: "k-secret-1" });
    const error = await refusal();
    expect(error).toMatchObject({ reason: "llm_unavailable", message: expect.stringContaining(words) });
    expect([server.asked.length, spent()]).toEqual([1, 0]);
    // The stub repeats the key in its answer.
    expect(JSON.stringify([logged, error.message, error.cause])).not.toContain("k-secret");
    expect(JSON.stringify(logged)).not.toContain("parcel");
  });

  test("429: the server is left alone for as long as it asks", async () => {
    const server = await start(refuses(429, { "retry-after": "30" }), good);
    const { ask, refusal, pass } = openBench({ base_url: server.url });
    expect(await refusal()).toMatchObject({ reason: "llm_unavailable", message: expect.stringContaining("30 s") });
    pass(29_000);
    expect((await refusal()).message).toContain("left alone for 1 s");
    expect(server.asked).toHaveLength(1);
    pass(1_000);
    expect((await ask()).value).toEqual(value);
  });

  test("nobody listens", async () => {
    const server = await start(good);
    await server.close();
    const { refusal, spent } = openBench({ base_url: server.url });
    expect(await refusal()).toMatchObject({
      reason: "llm_unavailable",
      message: expect.stringContaining("ECONNREFUSED"),
    });
    expect(spent()).toBe(0);
  });

  test("a certificate that nobody here trusts", async () => {
    const server = createServer({ cert: selfSignedCertificate, key: selfSignedKey });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const { port } = server.address() as AddressInfo;
    try {
      expect(await openBench({ base_url: `https://127.0.0.1:${port}/v1` }).refusal()).toMatchObject({
        reason: "llm_unavailable",
        message: expect.stringContaining("(DEPTH_ZERO_SELF_SIGNED_CERT); if your own authority signed it"),
      });
    } finally {
      await new Promise((closed) => server.close(closed));
    }
  });

  test("a model that takes a minute is given up in time, and counts as used", async () => {
    const server = await start((response) => void setTimeout(() => says(good)(response), 60_000).unref());
    const { refusal, settled } = openBench({ base_url: server.url });
    expect(await refusal({ timeoutMs: 80 })).toMatchObject({ reason: "llm_timeout" });
    expect(settled).toMatchObject([{ completionTokens: 100 }]);
  });

  test("the time limit is for the repair too, and the configured one counts where it is shorter", async () => {
    const server = await start("no JSON", () => {});
    const { refusal } = openBench({ base_url: server.url, timeout: 0.2 });
    expect(await refusal()).toMatchObject({ reason: "llm_timeout", message: expect.stringContaining("0.2 s") });
    expect(server.asked).toHaveLength(2);
  });

  test("an answer that drips without end", async () => {
    const server = await start((response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const drip = setInterval(() => response.write(" "), 5);
      response.on("close", () => clearInterval(drip));
    });
    expect(await openBench({ base_url: server.url }).refusal({ timeoutMs: 100 })).toMatchObject({
      reason: "llm_timeout",
    });
  });

  test("an answer that floods without end", async () => {
    const server = await start((response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const flood = () => {
        while (!response.destroyed && response.write("x".repeat(65_536)));
      };
      response.on("drain", flood);
      flood();
    });
    expect(await openBench({ base_url: server.url }).refusal()).toMatchObject({
      reason: "invalid_model_output",
      message: expect.stringContaining("4 MiB"),
    });
  });

  test.each([
    ["a web page", "text/html", "<!doctype html><title>Welcome</title>"],
    ["other JSON", "application/json", '{"status":"ok"}'],
    ["broken JSON", "application/json", '{"choices":['],
  ])("%s instead of an answer", async (_, type, body) => {
    const server = await start((response) => void response.writeHead(200, { "content-type": type }).end(body));
    expect(await openBench({ base_url: server.url }).refusal()).toMatchObject({
      reason: "llm_unavailable",
      message: expect.stringContaining("base_url"),
    });
  });

  test("a connection that is cut in the middle", async () => {
    const server = await start((response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
      response.write("{");
      setImmediate(() => response.destroy());
    });
    expect(await openBench({ base_url: server.url }).refusal()).toMatchObject({ reason: "llm_unavailable" });
  });

  test("a server that keeps no count is counted for, and one that lies with nonsense too", async () => {
    const server = await start(says(good, null), says(good, { prompt_tokens: -5, completion_tokens: 1e300 }));
    const { ask, settled } = openBench({ base_url: server.url });
    await ask();
    await ask({ prompt: "another" });
    for (const { promptTokens, completionTokens } of settled) {
      expect(promptTokens).toBeGreaterThanOrEqual(10);
      expect(completionTokens).toBe(13);
    }
  });

  test("when OTAI stops, calls end", async () => {
    const server = await start(() => {});
    const { refusal, stop } = openBench({ base_url: server.url });
    const asking = refusal({ timeoutMs: 60_000 });
    stop();
    expect(await asking).toMatchObject({ reason: "llm_unavailable" });
  });

  test("a caller that gives up is let go", async () => {
    const server = await start(() => {});
    const { refusal } = openBench({ base_url: server.url });
    expect(await refusal({ signal: AbortSignal.timeout(50) })).toMatchObject({ reason: "llm_timeout" });
  });
});
