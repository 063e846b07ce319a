import { classifyAnswerSchema } from "@otai/service-api/classify";
import { evaluateResponseSchema } from "@otai/service-api/qa-evaluate";
import { draftResponseSchema } from "@otai/service-api/reply-draft";
import { sentimentSchema } from "@otai/service-api/sentiment";
import { starterCategories } from "@otai/services/triage/starter-categories";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { facts } from "./honest-model.ts";
import { lies } from "./lies.ts";
import { colourOfArticle, type LyingWorld, openLyingWorld, personal } from "./lying-world.ts";
import { expectNothingWrong } from "./what-was-written.ts";

let world: LyingWorld;
beforeAll(async () => {
  world = await openLyingWorld({ timeout: 5 });
});
afterAll(() => world?.close());

const steps = { draft: "draft", qa: "qa", sentiment: "sentiment" } as const;

/** Why each step of the ticket's life did not take the model's word. */
async function reasonsOf(id: number) {
  const reasons: Record<string, unknown> = {};
  for (const step of Object.values(steps)) {
    const [run] = await world.runs(id, step);
    const trace = run!.trace as { degraded_reason?: unknown; asked?: { answer: { degraded_reason: unknown } }[] };
    reasons[step] = trace.asked === undefined ? trace.degraded_reason : trace.asked[0]!.answer.degraded_reason;
  }
  return reasons;
}

describe("a model that keeps to the truth", () => {
  it("is believed by every service, over a ticket's life and over HTTP", async () => {
    world.model.lie({});
    const id = await world.live();
    expect(await reasonsOf(id)).toEqual({ draft: null, qa: null, sentiment: null });
    await expectNothingWrong(world, id, /sapphire/);
    const { classify, ...answers } = await world.askAll();
    if (process.env.SHOW) console.log(JSON.stringify([answers, classify], null, 1));
    expect(classify.body).toMatchObject({ category: "billing", engine: "llm", degraded: false });
    for (const { status, body } of Object.values(answers)) {
      expect([status, body.degraded, body.engine]).toEqual([200, false, "llm"]);
    }
    expect(new Set(world.model.asked.map(({ purpose }) => purpose)).size).toBe(5);
  });
});

describe("a model that lies: nothing wrong is written or drafted, and every service answers", () => {
  it.each(lies)("it $name", async ({ script, planted, refused, plea, german }) => {
    const language = german ? "de" : "en";
    world.model.lie(script);
    const id = await world.live(language, plea);
    await expectNothingWrong(world, id, planted);
    const reasonFor = (name: keyof typeof steps) => refused[name] ?? null;
    expect(await reasonsOf(id)).toEqual({
      draft: reasonFor("draft"),
      qa: reasonFor("qa"),
      sentiment: reasonFor("sentiment"),
    });

    const { classify, draft, qa, sentiment } = await world.askAll(language, plea);
    expect([classify, draft, qa, sentiment].map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const classified = classifyAnswerSchema.parse(classify.body);
    expect([...starterCategories.map(({ name }) => name), "unclassified"]).toContain(classified.category);
    expect(classified.bands.category).not.toBe("automate");
    const { removed, checks, ...drafted } = draftResponseSchema.parse(draft.body);
    expect(drafted.draft.replace(/ \[\d+\]/g, "")).toContain(facts[language]);
    for (const answer of [classified, drafted, evaluateResponseSchema.parse(qa.body)]) {
      expect(JSON.stringify(answer)).not.toMatch(planted);
    }
    expect(JSON.stringify(sentimentSchema.parse({ ...sentiment.body, evidence: [], triggers: [] }))).not.toMatch(
      planted,
    );
    const reasons = { classify, draft, qa, sentiment };
    for (const [name, { body }] of Object.entries(reasons)) {
      const reason = refused[name as keyof typeof refused] ?? null;
      expect([name, body.degraded, body.degraded_reason]).toEqual([name, reason !== null, reason]);
    }
  });

  it("S02: no address, number, account or card of a ticket, an article or the context ever reached it", () => {
    expect(world.model.received.length).toBeGreaterThan(100);
    expect(world.model.received.filter((text) => text.includes(colourOfArticle)).length).toBeGreaterThan(0);
    expect(world.model.received.filter((text) => personal.test(text))).toEqual([]);
  });
});
