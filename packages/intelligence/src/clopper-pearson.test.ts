import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lowerBound, proves, upperBound } from "./clopper-pearson.ts";

describe("Clopper–Pearson bounds", () => {
  it("agrees with closed forms: all right is 0.05^(1/n), none right is 1 − 0.05^(1/n)", () => {
    for (const trials of [1, 10, 59, 300, 5000]) {
      expect(lowerBound(trials, trials)).toBeCloseTo(0.05 ** (1 / trials), 9);
      expect(upperBound(0, trials)).toBeCloseTo(1 - 0.05 ** (1 / trials), 9);
    }
  });

  it("agrees with exact binomial tails", () => {
    for (const [successes, trials] of [
      [9, 10],
      [95, 100],
      [187, 200],
      [3, 40],
    ] as const) {
      expect(tailFrom(successes, trials, lowerBound(successes, trials))).toBeCloseTo(0.05, 8);
      expect(1 - tailFrom(successes + 1, trials, upperBound(successes, trials))).toBeCloseTo(0.05, 8);
    }
  });

  it("needs 59 tickets without an error to prove 95 %", () => {
    expect(proves(58, 58, 0.95)).toBe(false);
    expect(proves(59, 59, 0.95)).toBe(true);
  });

  it("lies around the observed share and decides as proves() does", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), fc.double({ min: 0, max: 1, noNaN: true }), (trials, part) => {
        const successes = Math.round(trials * part);
        const lower = lowerBound(successes, trials);
        expect(lower).toBeLessThanOrEqual(successes / trials);
        expect(upperBound(successes, trials)).toBeGreaterThanOrEqual(successes / trials);
        expect(proves(successes, trials, Math.max(lower - 1e-6, 1e-9))).toBe(successes > 0);
        expect(proves(successes, trials, lower + 1e-6)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it("knows nothing without evidence", () => {
    expect([lowerBound(0, 0), upperBound(0, 0), proves(0, 0, 0.5)]).toEqual([0, 1, false]);
  });
});

/** P(X ≥ from) of a binomial, summed term by term. */
function tailFrom(from: number, trials: number, share: number): number {
  let sum = 0;
  for (let hits = from; hits <= trials; hits++) {
    let logTerm = hits * Math.log(share) + (trials - hits) * Math.log(1 - share);
    for (let i = 1; i <= hits; i++) logTerm += Math.log((trials - hits + i) / i);
    sum += Math.exp(logTerm);
  }
  return sum;
}
