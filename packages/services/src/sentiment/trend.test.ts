import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { trendOf } from "./trend.ts";

const score = fc.integer({ min: -100, max: 100 }).map((hundredths) => hundredths / 100);
const series = fc.array(score, { maxLength: 20 });

describe("5.2 trend", () => {
  it.each([
    [[0.8, 0.4, -0.6], "declining"],
    [[-0.6, 0.4, 0.8], "improving"],
    [[0.0, 0.1], "stable"],
    [[0.1, -0.05], "declining"],
    [[0.5], "stable"],
    [[], "stable"],
    [[0.9, 0.9, 0.9, 0.9, -0.9], "declining"],
  ])("%j is %s", (scores, trend) => expect(trendOf(scores)).toBe(trend));

  it("negating all scores swaps improving and declining", () => {
    const swapped = { improving: "declining", declining: "improving", stable: "stable" };
    fc.assert(fc.property(series, (scores) => trendOf(scores.map((one) => -one)) === swapped[trendOf(scores)]));
  });

  it("a rising series is never declining", () => {
    fc.assert(fc.property(series, (scores) => trendOf([...scores].sort((a, b) => a - b)) !== "declining"));
  });

  it("only the last ten count", () => {
    fc.assert(
      fc.property(
        series,
        fc.array(score, { minLength: 10, maxLength: 10 }),
        (older, last) => trendOf([...older, ...last]) === trendOf(last),
      ),
    );
  });
});
