import { describe, expect, it } from "vitest";
import type { JudgedDraft } from "../ports/reply.ts";
import { learnAcceptance } from "./acceptance.ts";

/** Of `count` drafts with this support so many were sent. */
function records(support: number, count: number, sent: number, sentAs: Partial<JudgedDraft> = {}): JudgedDraft[] {
  return Array.from({ length: count }, (_, at) =>
    at < sent
      ? { support, outcome: "accepted", editDistance: 0, ...sentAs }
      : { support, outcome: "rejected", editDistance: 0 },
  );
}

describe("1.4: calibrated confidence", () => {
  it("there is none from fewer than 200 records", () => {
    expect(learnAcceptance(records(0.8, 199, 150))).toBeNull();
  });

  it("says how often drafts of such support were sent", () => {
    const acceptance = learnAcceptance([...records(0.9, 200, 180), ...records(0.3, 200, 20)])!;
    expect(acceptance.probability(0.9)).toBeCloseTo(0.9, 1);
    expect(acceptance.probability(0.3)).toBeCloseTo(0.1, 1);
    expect(acceptance.probability(0.6)).toBeGreaterThan(0.3);
  });

  it("a large edit does not count as sent", () => {
    const small = learnAcceptance(records(0.8, 200, 200, { outcome: "edited", editDistance: 0.15 }))!;
    const large = learnAcceptance(records(0.8, 200, 200, { outcome: "edited", editDistance: 0.16 }))!;
    expect(small.probability(0.8)).toBeGreaterThan(0.95);
    expect(large.probability(0.8)).toBeLessThan(0.05);
  });

  it("more support never means less, whatever the records say", () => {
    const acceptance = learnAcceptance([...records(0.9, 200, 20), ...records(0.3, 200, 180)])!;
    expect(acceptance.probability(0.9)).toBeGreaterThanOrEqual(acceptance.probability(0.3));
    expect(acceptance.probability(0.6)).toBeCloseTo(0.5, 1);
  });
});
