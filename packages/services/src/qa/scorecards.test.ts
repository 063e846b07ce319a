import { overrideRequestSchema } from "@otai/service-api/qa-review";
import { scorecardQuerySchema, scorecardResponseSchema } from "@otai/service-api/qa-scorecard";
import { createLanguageDetector } from "@otai/text/language";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openQaBench, type QaBench, requestOf, type Said, solvedExport } from "./testing/qa-bench.ts";

const detector = await createLanguageDetector();
let bench: QaBench;
beforeEach(async () => {
  bench = await openQaBench(detector);
});
afterEach(() => bench.store.close());

const kim = { actor: "kim", scopes: ["qa"] };
const viewer = { actor: "vera", scopes: ["qa_agent_view"] };
const [asked, answered, confirmed] = solvedExport as readonly [Said, Said, Said];
const bad: readonly Said[] = [asked, ["agent", "Not our problem."], ["customer", "It still does not work."]];
const evaluate = (conversation_id: string, said: readonly Said[], more: Readonly<Record<string, unknown>> = {}) =>
  bench.qa.evaluate(requestOf(said, { conversation_id, ...more }));
const scorecards = async (query: object, caller = kim) =>
  scorecardResponseSchema.parse(await bench.qa.scorecards(scorecardQuerySchema.parse(query), caller));

describe("5.1: scorecards", () => {
  it("group by team unless something else is asked for, and average what was scored", async () => {
    const one = await evaluate("T-1", solvedExport, { team: "A", queue: "Q1" });
    const two = await evaluate("T-2", bad, { team: "A", queue: "Q2" });
    await evaluate("T-3", solvedExport);
    const { group_by, items } = await scorecards({});
    expect(group_by).toBe("team");
    expect(items.map(({ key, evaluations }) => [key, evaluations])).toEqual([
      ["A", 2],
      [null, 1],
    ]);
    expect(items[0]!.overall_score).toBeCloseTo((one.overall_score + two.overall_score) / 2, 3);
    const empathy = (one.dimensions.empathy! + two.dimensions.empathy!) / 2;
    expect(items[0]!.dimensions.empathy).toMatchObject({ evaluations: 2, calibration: "unmeasured" });
    expect(items[0]!.dimensions.empathy!.score).toBeCloseTo(empathy, 3);
    expect((await scorecards({ group_by: "queue" })).items.map(({ key }) => key)).toEqual(["Q1", "Q2", null]);
    expect((await scorecards({ group_by: "rubric" })).items).toMatchObject([{ key: "standard", evaluations: 3 }]);
  });

  it("the period ends before `to`; without one it is the last 30 days", async () => {
    await evaluate("T-1", solvedExport);
    expect((await scorecards({ to: "2026-11-20" })).items).toEqual([]);
    expect((await scorecards({ from: "2026-11-20", to: "2026-11-21" })).items).toHaveLength(1);
    bench.advance(31 * 24 * 3_600_000);
    expect((await scorecards({})).items).toEqual([]);
    await expect(scorecards({ from: "2026-11-21", to: "2026-11-20" })).rejects.toMatchObject({
      errors: [{ field: "from" }],
    });
  });

  it("a conversation that was scored again with another rubric version counts once", async () => {
    await evaluate("T-1", solvedExport);
    const { criteria, name, groups, languages } = await bench.qa.getRubric("standard");
    await bench.qa.updateRubric("standard", { criteria, name, groups, languages, version: 1 }, kim);
    bench.advance(1000);
    await evaluate("T-1", solvedExport);
    expect((await scorecards({ group_by: "rubric" })).items).toMatchObject([{ key: "standard", evaluations: 1 }]);
  });

  it("machine and human scores are separate", async () => {
    const { evaluation_id, overall_score } = await evaluate("T-1", solvedExport);
    const rating = overrideRequestSchema.parse({
      reason: "r",
      dimensions: { empathy: 0, resolution: 0, communication: 0, efficiency: 0 },
    });
    await bench.qa.override(evaluation_id, rating, kim);
    expect((await scorecards({})).items).toMatchObject([{ overall_score, human_score: 0, human_reviewed: 1 }]);
  });

  it("critical failures are counted", async () => {
    const rubric = {
      name: "Strict",
      criteria: [
        { name: "resolution", weight: 0.5, critical: true },
        { name: "empathy", weight: 0.5 },
      ],
    };
    await evaluate("T-1", bad, { rubric });
    expect((await scorecards({})).items).toMatchObject([{ critical_failures: 1, overall_score: 0 }]);
  });

  it("below the targets a criterion shows not calibrated and is left out of averages", async () => {
    for (let at = 0; at < 20; at++) {
      const { evaluation_id, dimensions } = await evaluate(`T-${at}`, at % 2 === 0 ? solvedExport : bad);
      const agreeing = Object.fromEntries(
        Object.entries(dimensions).map(([name, score]) => [name, name === "efficiency" ? 0 : score]),
      );
      const rating = overrideRequestSchema.parse({ reason: "drawn", purpose: "calibration", dimensions: agreeing });
      await bench.qa.override(evaluation_id, rating, kim);
    }
    const [card] = (await scorecards({})).items;
    expect(card!.dimensions.efficiency).toEqual({ score: null, evaluations: 20, calibration: "not_calibrated" });
    expect(card!.dimensions.empathy!.calibration).toBe("calibrated");
    const { empathy, resolution, communication } = card!.dimensions;
    const expected = (0.25 * empathy!.score! + 0.35 * resolution!.score! + 0.25 * communication!.score!) / 0.85;
    expect(card!.overall_score).toBeCloseTo(expected, 3);
  });
});

describe("5.1, F23: scorecards by agent", () => {
  const shared: readonly Said[] = [
    asked,
    ["agent", "I am sorry about that error with the monthly report.", { author_id: "1" }],
    ["customer", "Any news on the export?"],
    ["agent", answered[1], { author_id: "2" }],
    confirmed,
  ];

  it("need the scope qa_agent_view, whatever else a key may do", async () => {
    for (const caller of [kim, { actor: "root", scopes: ["admin", "read", "qa"] }])
      await expect(scorecards({ group_by: "agent" }, caller)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await bench.store.read((tx) => tx.audit.list(10, null))).items).toEqual([]);
  });

  it("leave an audit entry", async () => {
    await scorecards({ group_by: "agent" }, viewer);
    const { items } = await bench.store.read((tx) => tx.audit.list(10, null));
    expect(items).toMatchObject([{ actor: "vera", action: "qa-agent-view", subject: "scorecards" }]);
  });

  it("attribute a shared conversation's criteria by evidence, and its overall score to nobody", async () => {
    await evaluate("T-1", shared, { agent_id: "2" });
    const { items } = await scorecards({ group_by: "agent" }, viewer);
    expect(items.map(({ key, overall_score }) => [key, overall_score])).toEqual([
      ["1", null],
      ["2", null],
    ]);
    expect(Object.keys(items[1]!.dimensions)).not.toContain("empathy");
  });

  it("an agent's own conversations count in full", async () => {
    const { overall_score } = await evaluate("T-1", solvedExport);
    expect((await scorecards({ group_by: "agent" }, viewer)).items).toMatchObject([{ key: "42", overall_score }]);
  });
});
