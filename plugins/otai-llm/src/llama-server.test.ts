import { afterEach, describe, expect, test } from "vitest";
import { llamaServer } from "./testing/llama-server.ts";
import { openBench } from "./testing/model-bench.ts";
import { type Reaction, type StubServer, startStubServer } from "./testing/stub-server.ts";

const value = { category: "shipping", score: 0.2222225, quotes: [] };

let server: StubServer;
async function against(...reactions: readonly Reaction[]) {
  server = await startStubServer(...reactions);
  return openBench({ base_url: server.url });
}
afterEach(() => server.close());

describe("as llama-server answered", () => {
  test("an answer in the schema, with more blanks than anybody needs, and its counts", async () => {
    const { ask, settled } = await against(llamaServer.answers(llamaServer.withBlanks));
    expect(await ask()).toEqual({ value, cached: false });
    expect(settled).toEqual([{ promptTokens: 26, completionTokens: 52 }]);
  });

  test.each([
    ["cut off at max_tokens", llamaServer.answers(llamaServer.cut, "length"), "It was cut off before its end"],
    ["a number that the schema does not allow", llamaServer.answers(llamaServer.beyondTheScale), "score: "],
  ])("U08: %s: it is asked once more, with the reason", async (_, first, complaint) => {
    const { ask } = await against(first, llamaServer.answers(llamaServer.withBlanks));
    expect((await ask()).value).toEqual(value);
    expect(server.asked[1]!.body.messages.at(-1)!.content).toContain(complaint);
  });

  test("a question that is too long for its context is not asked in other forms, and the others go on", async () => {
    const { refusal, ask, spent } = await against(llamaServer.context);
    for (let times = 0; times < 3; times += 1) {
      expect(await refusal()).toMatchObject({
        reason: "llm_unavailable",
        message: expect.stringContaining("longer than its context"),
      });
    }
    expect([server.asked.length, spent()]).toEqual([3, 0]);
    server.react(llamaServer.answers(llamaServer.withBlanks));
    expect((await ask()).value).toEqual(value);
  });

  test("U25: a schema that it cannot decode by is told in words", async () => {
    const { ask } = await against(llamaServer.cannotUseSchema, llamaServer.answers(llamaServer.withBlanks));
    expect((await ask()).value).toEqual(value);
    expect(server.asked[1]!.body.response_format).toEqual({ type: "json_object" });
  });

  test.each([
    ["loads its model", llamaServer.loads, "still loading the model"],
    ["wants another key", llamaServer.wantsKey, "models.llm.api_key"],
    ["knows no such path", llamaServer.knowsNoPath, "base_url mostly ends in /v1"],
    ["cannot read what its model wrote", llamaServer.cannotReadItsModel, "its log names"],
  ])("while it %s the log says so, and afterwards it is used", async (_, reaction, words) => {
    const { refusal, ask, spent } = await against(reaction);
    expect(await refusal()).toMatchObject({ reason: "llm_unavailable", message: expect.stringContaining(words) });
    expect(spent()).toBe(0);
    server.react(llamaServer.answers(llamaServer.withBlanks));
    expect((await ask()).value).toEqual(value);
  });
});
