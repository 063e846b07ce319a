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

describe("a question", () => {
  test("U08: is bound to its schema, at temperature 0, and its answer is checked", async () => {
    const server = await start(good);
    const { ask } = openBench({
      base_url: `${server.url}/`,
      api_key: "k-1",
      request: { reasoning_effort: "none", model: "x" },
    });
    expect(await ask()).toEqual({ value, cached: false });
    const { path, authorization, body } = server.asked[0]!;
    expect([path, authorization]).toEqual(["/v1/chat/completions", "Bearer k-1"]);
    expect(body).toMatchObject({
      model: "small:4b",
      temperature: 0,
      max_tokens: 100,
      reasoning_effort: "none",
      messages: [
        { role: "system", content: "You classify tickets." },
        { role: "user", content: "«Where is my parcel?»" },
      ],
      response_format: {
        type: "json_schema",
        json_schema: { schema: { required: ["category", "score"], additionalProperties: false } },
      },
    });
  });

  test("U25: a server without json_schema is asked for plain JSON with the schema in words, and once known at once", async () => {
    const server = await start(refuses(400), good);
    const { ask } = openBench({ base_url: server.url });
    await ask();
    await ask({ prompt: "another" });
    expect(server.asked.map(({ body }) => body.response_format?.type)).toEqual([
      "json_schema",
      "json_object",
      "json_object",
    ]);
    expect(server.asked[1]!.body.messages[0]!.content).toContain('"enum":["billing","shipping"]');
  });

  test("U25: a server that knows no formats at all is asked in words", async () => {
    const server = await start(refuses(400), refuses(422), good);
    expect((await openBench({ base_url: server.url }).ask()).value).toEqual(value);
    expect(server.asked[2]!.body.response_format).toBeUndefined();
  });

  test("U08: an answer that does not fit is asked for once more, with the reason", async () => {
    const server = await start('{"category": "refunds", "score": 0.25}', good);
    const { ask, settled } = openBench({ base_url: server.url });
    expect((await ask()).value).toEqual(value);
    expect(server.asked[1]!.body.messages.slice(1)).toMatchObject([
      { role: "user" },
      { role: "assistant", content: '{"category": "refunds", "score": 0.25}' },
      { role: "user", content: expect.stringContaining("category: Invalid option") },
    ]);
    expect(settled).toHaveLength(2);
  });

  test("U08: two answers that do not fit are enough", async () => {
    const server = await start("Certainly! Here is your verdict.");
    const { refusal } = openBench({ base_url: server.url });
    expect(await refusal()).toMatchObject({ reason: "invalid_model_output" });
    expect(server.asked).toHaveLength(2);
  });

  test("U26: is answered from the cache when the same was asked before, also after a restart", async () => {
    const server = await start(good);
    const { ask, open, settled } = openBench({ base_url: server.url });
    await ask();
    expect(await ask({}, open())).toEqual({ value, cached: true });
    expect([server.asked.length, settled.length]).toEqual([1, 1]);
    expect((await ask({ maxOutputTokens: 101 })).cached).toBe(false);
    expect((await ask({ system: "Otherwise." })).cached).toBe(false);
  });
});

describe("the breaker", () => {
  test("U05: after three failures nobody waits any more, and the server that is back is used again", async () => {
    const server = await start(refuses(503));
    const { refusal, ask } = openBench({ base_url: server.url }, { reopenAfterMs: [40] });
    for (let times = 0; times < 3; times += 1) await refusal();
    expect(await refusal()).toMatchObject({ reason: "llm_unavailable", message: expect.stringContaining("rests") });
    expect(server.asked).toHaveLength(3);
    server.react(good);
    await expect
      .poll(
        () =>
          ask().then(
            ({ value }) => value,
            () => null,
          ),
        { interval: 20 },
      )
      .toEqual(value);
  });

  test("while one tries again the others do not wait for it", async () => {
    const server = await start(refuses(503), (response) => void setTimeout(() => says(good)(response), 300));
    const { refusal, ask } = openBench({ base_url: server.url }, { breakAfter: 1, reopenAfterMs: [1] });
    await refusal();
    await new Promise((resolve) => setTimeout(resolve, 5));
    const trying = ask();
    expect((await refusal()).message).toContain("being tried again");
    expect((await trying).value).toEqual(value);
  });

  test("refused requests and useless answers do not open it: the server works", async () => {
    const server = await start(refuses(400));
    const { refusal, ask } = openBench({ base_url: server.url }, { breakAfter: 1 });
    expect(await refusal()).toMatchObject({ reason: "llm_unavailable" });
    server.react("nonsense");
    expect(await refusal()).toMatchObject({ reason: "invalid_model_output" });
    server.react(good);
    expect((await ask()).value).toEqual(value);
  });
});

describe("the budget", () => {
  test("S06, U26: what could go beyond it is not asked, also by many at once", async () => {
    const server = await start(says(good, { prompt_tokens: 400, completion_tokens: 100 }));
    const { ask, spent } = openBench({ base_url: server.url }, { limit: 1_000 });
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => ask({ prompt: `number ${index}` })),
    );
    const reasons = results.flatMap((result) => (result.status === "rejected" ? [result.reason.reason] : []));
    expect(new Set(reasons)).toEqual(new Set(["budget_exhausted"]));
    expect(server.asked.length + reasons.length).toBe(20);
    const before = server.asked.length;
    await expect(ask({ prompt: "one more" })).rejects.toMatchObject({ reason: "budget_exhausted" });
    expect(server.asked).toHaveLength(before);
    expect(spent()).toBeGreaterThan(1_000 - 500);
  });

  test("an exhausted budget does not open the breaker, and what is cached is still answered", async () => {
    const server = await start(says(good, { prompt_tokens: 400, completion_tokens: 100 }));
    const { ask, refusal } = openBench({ base_url: server.url }, { limit: 500, breakAfter: 1 });
    await ask();
    expect(await refusal({ prompt: "another" })).toMatchObject({ reason: "budget_exhausted" });
    expect(await refusal({ prompt: "another" })).toMatchObject({ reason: "budget_exhausted" });
    expect((await ask()).cached).toBe(true);
  });
});
