import { disputeOutcomeRequestSchema, disputeRequestSchema, overrideRequestSchema } from "@otai/service-api/qa-review";
import { createLanguageDetector } from "@otai/text/language";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openQaBench, type QaBench, requestOf, solvedExport } from "./testing/qa-bench.ts";

const detector = await createLanguageDetector();
let bench: QaBench;
let id: string;
beforeEach(async () => {
  bench = await openQaBench(detector);
  id = (await bench.qa.evaluate(requestOf(solvedExport))).evaluation_id;
});
afterEach(() => bench.store.close());

const kim = { actor: "kim", scopes: ["qa"] };
const lee = { actor: "lee", scopes: ["qa"] };
const viewer = { actor: "vera", scopes: ["qa", "qa_agent_view"] };
const override = (more: object, caller = kim) =>
  bench.qa.override(id, overrideRequestSchema.parse({ reason: "too kind", ...more }), caller);
const dispute = (caller = lee) => bench.qa.dispute(id, disputeRequestSchema.parse({ reason: "unfair" }), caller);
const close = (more: object, caller = kim) =>
  bench.qa.closeDispute(id, disputeOutcomeRequestSchema.parse({ outcome: "upheld", reason: "seen", ...more }), caller);
const reviews = () => bench.store.read((tx) => tx.qaReviews.list(id));

describe("5.1: a human rating stands beside the machine's", () => {
  it("the machine's scores stay, the human score follows the rubric", async () => {
    const before = await bench.qa.getEvaluation(id, kim);
    const after = await override({ dimensions: { resolution: 0, empathy: 0.5 } });
    const { communication, efficiency } = before.dimensions;
    const expected = 0.25 * 0.5 + 0.35 * 0 + 0.25 * communication! + 0.15 * efficiency!;
    expect(after.human_score).toBeCloseTo(expected, 3);
    expect(after.human).toMatchObject({ by: "kim", reason: "too kind", purpose: "correction" });
    expect({ ...after, human: null, human_score: null }).toEqual(before);
    expect(await bench.qa.getEvaluation(id, kim)).toEqual(after);
    expect(await reviews()).toMatchObject([{ kind: "override", actor: "kim", body: { score: after.human_score } }]);
  });

  it("null says that a dimension does not apply", async () => {
    const { human_score } = await override({
      dimensions: { empathy: 1, resolution: null, communication: 1, efficiency: 1 },
    });
    expect(human_score).toBe(1);
  });

  it("a rating is kept when another one follows", async () => {
    await override({ dimensions: { empathy: 0 } });
    const { human } = await override({ dimensions: { empathy: 1 }, actor: "sam" }, lee);
    expect(human).toMatchObject({ by: "sam", dimensions: { empathy: 1 } });
    expect((await reviews()).map(({ actor }) => actor)).toEqual(["kim", "sam"]);
  });

  it("what is no criterion of the rubric, or leaves nothing, is refused", async () => {
    await expect(override({ dimensions: { obedience: 1 } })).rejects.toMatchObject({
      errors: [{ field: "dimensions.obedience" }],
    });
    const nothing = { empathy: null, resolution: null, communication: null, efficiency: null };
    await expect(override({ dimensions: nothing })).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
    expect(overrideRequestSchema.safeParse({ dimensions: {}, reason: "r" }).success).toBe(false);
    expect(overrideRequestSchema.safeParse({ dimensions: { empathy: 2 }, reason: "r" }).success).toBe(false);
    expect(overrideRequestSchema.safeParse({ dimensions: { empathy: 1 } }).success).toBe(false);
    expect(await reviews()).toEqual([]);
    await expect(bench.qa.getEvaluation("e-none", kim)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("5.1: a dispute goes to a second reviewer, whose outcome is recorded", () => {
  it("upheld", async () => {
    expect(await dispute()).toMatchObject({
      dispute: { state: "open", by: "lee", outcome: null },
      needs_human_review: true,
    });
    const after = await close({});
    expect(after).toMatchObject({
      dispute: { state: "upheld", outcome: { by: "kim", reason: "seen" } },
      human_score: null,
    });
    expect(after.needs_human_review).toBe(false);
    expect((await reviews()).map(({ kind }) => kind)).toEqual(["dispute", "outcome"]);
  });

  it("corrected, with ratings", async () => {
    await dispute();
    const after = await close({ outcome: "corrected", dimensions: { empathy: 1 } });
    expect(after).toMatchObject({ dispute: { state: "corrected" }, human: { by: "kim", dimensions: { empathy: 1 } } });
  });

  it("neither who disputes nor whose rating is disputed may decide", async () => {
    await override({ dimensions: { empathy: 0 } }, kim);
    await dispute(lee);
    for (const caller of [lee, kim]) await expect(close({}, caller)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await close({}, viewer)).toMatchObject({ dispute: { state: "upheld" } });
  });

  it("one at a time, and none is closed that is not open", async () => {
    await expect(close({})).rejects.toMatchObject({ code: "CONFLICT" });
    await dispute();
    await expect(dispute()).rejects.toMatchObject({ code: "CONFLICT" });
    await close({});
    await expect(close({})).rejects.toMatchObject({ code: "CONFLICT" });
    expect(disputeOutcomeRequestSchema.safeParse({ outcome: "corrected", reason: "r" }).success).toBe(false);
    expect(
      disputeOutcomeRequestSchema.safeParse({ outcome: "upheld", reason: "r", dimensions: { empathy: 1 } }).success,
    ).toBe(false);
  });
});

describe("5.1, F23: who served the customer is shown to those alone who may see it, and that leaves a trace", () => {
  it("without the scope no agent is named, not even for an administrator", async () => {
    for (const caller of [kim, { actor: "root", scopes: ["admin"] }])
      expect(await bench.qa.getEvaluation(id, caller)).toMatchObject({ agent_id: null, agents: [] });
    expect((await bench.store.read((tx) => tx.audit.list(10, null))).items).toEqual([]);
  });

  it("with it agents are named, and the view is in the audit", async () => {
    expect(await bench.qa.getEvaluation(id, viewer)).toMatchObject({ agent_id: "42", agents: [{ agent_id: "42" }] });
    const { items } = await bench.store.read((tx) => tx.audit.list(10, null));
    expect(items).toMatchObject([
      { actor: "vera", action: "qa-agent-view", subject: `evaluation ${id}`, at: bench.now() },
    ]);
  });
});
