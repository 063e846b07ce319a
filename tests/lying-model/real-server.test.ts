import { classifyAnswerSchema } from "@otai/service-api/classify";
import { evaluateResponseSchema } from "@otai/service-api/qa-evaluate";
import { draftResponseSchema } from "@otai/service-api/reply-draft";
import { sentimentSchema } from "@otai/service-api/sentiment";
import { starterCategories } from "@otai/services/triage/starter-categories";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { facts } from "./honest-model.ts";
import { type LyingWorld, openLyingWorld } from "./lying-world.ts";
import { expectNothingWrong } from "./what-was-written.ts";

/** `models.llm` as JSON, for a server that runs: `{"base_url": "http://127.0.0.1:8080/v1", "model": "m"}`. */
const given = process.env.OTAI_TEST_LLM;
const reason = "skipped without a server; OTAI_TEST_LLM={base_url, model} says where one is";
/** A model that knows no language writes bytes that are no text. */
const nonsense = /\ufffd/;
const limitMs = 600_000;

describe.skipIf(given === undefined)(`a real server, whatever its model says (${reason})`, () => {
  let world: LyingWorld;
  beforeAll(async () => {
    world = await openLyingWorld({ timeout: 15, llm: JSON.parse(given!) });
  });
  afterAll(() => world?.close());

  it(
    "nothing wrong is written over a ticket's life",
    async () => {
      const id = await world.live();
      await expectNothingWrong(world, id, nonsense);
      expect(await world.counts()).toMatchObject({ open: 0, dead: 0 });
    },
    limitMs,
  );

  it(
    "every service answers within its closed sets, and what was used is counted",
    async () => {
      const { classify, draft, qa, sentiment } = await world.askAll();
      expect([classify, draft, qa, sentiment].map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      for (const { body } of [classify, draft, qa, sentiment]) {
        expect(body.degraded_reason === null).toBe(!body.degraded);
      }
      const { category, bands } = classifyAnswerSchema.parse(classify.body);
      expect([...starterCategories.map(({ name }) => name), "unclassified"]).toContain(category);
      expect(bands.category).not.toBe("automate");
      expect(draftResponseSchema.parse(draft.body).draft.replace(/ \[\d+\]/g, "")).toContain(facts.en);
      evaluateResponseSchema.parse(qa.body);
      sentimentSchema.parse({ ...sentiment.body, evidence: [], triggers: [] });
      for (const { budget, total_tokens } of await world.usage()) {
        expect([budget.spent, budget.stopped]).toEqual([total_tokens, false]);
      }
    },
    limitMs,
  );
});
