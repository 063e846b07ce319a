import { classifyAnswerSchema } from "@otai/service-api/classify";
import { evaluateResponseSchema } from "@otai/service-api/qa-evaluate";
import { draftResponseSchema } from "@otai/service-api/reply-draft";
import { sentimentSchema } from "@otai/service-api/sentiment";
import { starterCategories } from "@otai/services/triage/starter-categories";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chargedTwice } from "../lifecycle/world.ts";
import { facts, rates } from "./honest-model.ts";
import { lies } from "./lies.ts";
import type { Purpose } from "./lying-server.ts";
import { colourOfArticle, type LyingWorld, openLyingWorld, personal, secrets } from "./lying-world.ts";
import { uselessAnswers } from "./useless-answers.ts";
import { expectNothingWrong } from "./what-was-written.ts";

let world: LyingWorld;
beforeAll(async () => {
  world = await openLyingWorld({ timeout: 5 });
});
afterAll(() => world?.close());

/** Whether everything that was asked is counted once, and nothing is set aside any more. */
async function expectCounted(): Promise<void> {
  const used = await world.usage();
  const calls = used.map(({ models }) => models.liar?.calls ?? 0);
  expect(calls.reduce((sum, count) => sum + count)).toBe(world.model.asked.length);
  for (const { budget, total_tokens } of used) expect(budget.spent).toBe(total_tokens);
  for (const { status, body } of await world.health()) expect([status, body.status]).toEqual([200, "ok"]);
}

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
    const advice = "Thank the customer for the order number first.";
    world.model.lie({ qa: (asked) => rates(asked, { notes: [advice] }) });
    const id = await world.live();
    expect((await world.notes(id, "qa"))[0]!.body).toContain(advice);
    expect(await reasonsOf(id)).toEqual({ draft: null, qa: null, sentiment: null });
    await expectNothingWrong(world, id, /sapphire/);
    const { classify, ...answers } = await world.askAll();
    expect(classify.body).toMatchObject({ category: "billing", engine: "llm", degraded: false });
    for (const { status, body } of Object.values(answers)) {
      expect([status, body.degraded, body.engine]).toEqual([200, false, "llm"]);
    }
    expect(new Set(world.model.asked.map(({ purpose }) => purpose)).size).toBe(5);
    await expectCounted();
  });
});

describe("a model that lies: nothing wrong is written or drafted, and every service answers", () => {
  it.each([...lies, ...uselessAnswers])("it $name", async ({ script, planted, refused, plea, german }) => {
    const language = german ? "de" : "en";
    world.model.lie(script);
    const before = world.model.asked.length;
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
    const asked = new Set(world.model.asked.slice(before).map(({ purpose }) => purpose));
    for (const purpose of Object.keys(script) as Purpose[]) expect(asked).toContain(purpose);
    await expectCounted();
  });

  it("S02: what is cut to fit its prompt is not cut within somebody's number", async () => {
    world.model.lie({});
    for (const shift of [0, 7, 14, 21, 28]) {
      const body = `${chargedTwice.body} ${"k".repeat(shift)}\n\n${`${secrets}\n`.repeat(60)}`;
      const { classify, qa, sentiment, draft } = await world.ask("en", { ...chargedTwice, body });
      expect(draft.body.engine).toBe("llm");
      expect([classify, qa, sentiment, draft].map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    }
  });

  it("S02: no address, number, account or card of a ticket, an article or the context ever reached it", () => {
    expect(world.model.received.length).toBeGreaterThan(100);
    expect(world.model.received.filter((text) => text.includes(colourOfArticle)).length).toBeGreaterThan(0);
    expect(world.model.received.flatMap((text) => personal.exec(text)?.[0] ?? [])).toEqual([]);
  });
});
