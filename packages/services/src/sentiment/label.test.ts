import fc from "fast-check";
import { expect, it } from "vitest";
import { labelOf } from "./label.ts";

it.each([
  [0.3, "positive"],
  [0.29, "neutral"],
  [0, "neutral"],
  [-0.29, "neutral"],
  [-0.3, "negative"],
])("5.2: a score of %d is %s", (score, label) => expect(labelOf(score)).toBe(label));

it("5.2: the label never falls as the score rises", () => {
  const rank = { negative: 0, neutral: 1, positive: 2 };
  const score = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(fc.property(score, score, (a, b) => rank[labelOf(Math.min(a, b))] <= rank[labelOf(Math.max(a, b))]));
});
