import { createLanguageDetector } from "@otai/text/language";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import type { BackfillOptions, PastConversation } from "./backfill.ts";
import { openQaBench, type QaBench, requestOf, solvedExport } from "./testing/qa-bench.ts";

const detector = await createLanguageDetector();
let bench: QaBench;
beforeEach(async () => {
  bench = await openQaBench(detector);
});
afterEach(() => bench.store.close());

const past = (count: number): PastConversation[] =>
  Array.from({ length: count }, (_, at) => {
    const said = at % 3 === 2 ? solvedExport.slice(0, 1) : solvedExport;
    return { cursor: String(at + 1), request: requestOf(said, { conversation_id: `T-${at}` }) };
  });

/** A helpdesk's history that breaks after so many conversations. */
function source(all: readonly PastConversation[], breakAfter = Number.POSITIVE_INFINITY) {
  return async function* (after: string | null) {
    for (const [index, conversation] of all.slice(Number(after ?? 0)).entries()) {
      if (index >= breakAfter) throw new Error("the connection broke");
      yield conversation;
    }
  };
}
const run = (more: Partial<BackfillOptions> & Pick<BackfillOptions, "conversations">) =>
  bench.qa.backfill({
    name: "2026",
    perMinute: 60,
    rubric: "standard",
    sleep: async (ms) => bench.advance(ms),
    ...more,
  });
const countEvaluations = async () =>
  (await bench.store.read((tx) => tx.qaEvaluations.list({ from: 0, to: bench.now() + 1, rubricId: null }, 500, null)))
    .items.length;

describe("5.1: backfill of old tickets", () => {
  it("U11: the counts equal the helpdesk's own, with the difference explained, and the rubric's version is recorded", async () => {
    expect(await run({ conversations: source(past(9)) })).toMatchObject({
      ...{ state: "done", rubric: "standard@1", seen: 9, evaluated: 6, failed: 0, cursor: "9" },
      notEligible: { no_agent_message: 3 },
    });
    expect(await countEvaluations()).toBe(6);
  });

  it("goes on where it stopped, with the version it began with, and scores nothing twice", async () => {
    await expect(run({ conversations: source(past(9), 4) })).rejects.toThrow("the connection broke");
    const { criteria, name, groups, languages } = await bench.qa.getRubric("standard");
    await bench.qa.updateRubric(
      "standard",
      { criteria, name, groups, languages, version: 1 },
      { actor: "kim", scopes: [] },
    );
    const asked: (string | null)[] = [];
    const rest = source(past(9));
    const conversations = (after: string | null) => {
      asked.push(after);
      return rest(after);
    };
    expect(await run({ conversations })).toMatchObject({ state: "done", rubric: "standard@1", seen: 9, evaluated: 6 });
    expect(asked).toEqual(["4"]);
    expect(await countEvaluations()).toBe(6);
    expect(await run({ conversations })).toMatchObject({ state: "done", seen: 9 });
    expect(asked).toEqual(["4"]);
  });

  it("takes at most so many a minute", async () => {
    const start = bench.now();
    await run({ conversations: source(past(7)), perMinute: 30 });
    expect(bench.now() - start).toBe(6 * 2000);
    await expect(run({ conversations: source([]), perMinute: 0, name: "never" })).rejects.toMatchObject({
      code: "VALIDATION_ERROR",
    });
  });

  it("stops when it is told to, and can go on", async () => {
    const stop = new AbortController();
    const onProgress = ({ seen }: { seen: number }) => {
      if (seen === 2) stop.abort();
    };
    const stopped = await run({ conversations: source(past(9)), signal: stop.signal, onProgress });
    expect(stopped).toMatchObject({ state: "running", seen: 2 });
    expect(await run({ conversations: source(past(9)) })).toMatchObject({ state: "done", seen: 9, evaluated: 6 });
  });

  test("wherever it breaks, the counts come out the same", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }), fc.uuid(), async (breaks, name) => {
        for (const breakAfter of breaks)
          await run({ name, conversations: source(past(8), breakAfter) }).catch(() => null);
        expect(await run({ name, conversations: source(past(8)) })).toMatchObject({
          seen: 8,
          evaluated: 6,
          notEligible: { no_agent_message: 2 },
        });
      }),
      { numRuns: 15 },
    );
  });
});
