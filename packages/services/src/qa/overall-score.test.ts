import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { failures, overallScore } from "./overall-score.ts";
import { standardRubric } from "./standard-rubric.ts";

const { criteria } = standardRubric;
const scores = { empathy: 0.8, resolution: 0.9, communication: 1, efficiency: 0.6 };
const critical = criteria.map((criterion) => ({ ...criterion, critical: criterion.name === "resolution" }));

describe("5.1: the overall score", () => {
  it("is the weighted mean: (0.8, 0.9, 1.0, 0.6) → 0.855", () => {
    expect(overallScore(criteria, scores)).toBe(0.855);
  });

  it("leaves out what does not apply: efficiency N/A → 0.9", () => {
    const { efficiency: _, ...rest } = scores;
    expect(overallScore(criteria, rest)).toBe(0.9);
  });

  it("is none when nothing applies", () => {
    expect(overallScore(criteria, {})).toBeNull();
  });

  it("is 0 when a critical criterion is below 0.5: (0.8, 0.4, 1.0, 0.6) → 0.68, critical → 0", () => {
    const weak = { ...scores, resolution: 0.4 };
    expect(overallScore(criteria, weak)).toBe(0.68);
    expect(overallScore(critical, weak)).toBe(0);
    expect(failures(critical, weak)).toEqual(["resolution"]);
    expect(overallScore(critical, { ...scores, resolution: 0.5 })).toBe(0.715);
  });

  test("lies between the lowest and the highest score, and rises when one of them rises", () => {
    const score = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(score, score, score, score), score, ([a, b, c, d], raise) => {
        const given = { empathy: a, resolution: b, communication: c, efficiency: d };
        const overall = overallScore(criteria, given)!;
        expect(overall).toBeGreaterThanOrEqual(Math.min(a, b, c, d) - 0.0001);
        expect(overall).toBeLessThanOrEqual(Math.max(a, b, c, d) + 0.0001);
        const raised = overallScore(criteria, { ...given, empathy: Math.max(a, raise) })!;
        expect(raised).toBeGreaterThanOrEqual(overall);
      }),
    );
  });
});
