import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lowerBound } from "./clopper-pearson.ts";
import { seededRandom } from "./random.ts";
import { type Evidence, thresholdFor } from "./threshold.ts";

describe("threshold for a promised precision", () => {
  it("is the lowest confidence whose lower bound meets the promise", () => {
    const evidence = judged(1200, 3);
    const { threshold, lowerBound: bound, evidence: count } = thresholdFor(evidence, ["a", "b"], 0.9);
    expect(bound).toBeGreaterThanOrEqual(0.9);
    expect(evidence.confidence.filter((confidence) => confidence >= threshold!).length).toBe(count);
    for (let at = count + 1; at <= evidence.confidence.length; at++) {
      const right = evidence.correct.subarray(0, at).reduce((sum, one) => sum + one, 0);
      expect(lowerBound(right, at)).toBeLessThan(0.9);
    }
  });

  it("rises with the promise, and coverage falls", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const evidence = judged(400, seed);
        const found = [0.7, 0.8, 0.9, 0.95, 0.99].map((precision) => thresholdFor(evidence, ["a", "b"], precision));
        const thresholds = found.map(({ threshold }) => threshold ?? 2);
        expect(thresholds).toEqual([...thresholds].sort((a, b) => a - b));
      }),
      { numRuns: 50 },
    );
  });

  it("is null when nothing is proven", () => {
    const none = { threshold: null, coverage: 0, observed: null, lowerBound: null, evidence: 0, vetoed: [] };
    expect(thresholdFor(judged(40, 1, 0), ["a", "b"], 0.95)).toMatchObject(none);
    expect(thresholdFor(evidenceOf([]), ["a"], 0.5)).toMatchObject(none);
  });

  it("never separates tickets of equal confidence", () => {
    const rows = Array.from({ length: 100 }, (_, at) => ({ confidence: 0.9, label: 0, right: at < 80 }));
    expect(thresholdFor(evidenceOf(rows), ["a"], 0.95).threshold).toBeNull();
  });

  it("vetoes a label whose own tickets contradict the promise, and leaves it out of the figures", () => {
    const good = Array.from({ length: 900 }, () => ({ confidence: 0.9, label: 0, right: true }));
    const bad = Array.from({ length: 30 }, (_, at) => ({ confidence: 0.95, label: 1, right: at < 15 }));
    const rare = Array.from({ length: 2 }, (_, at) => ({ confidence: 0.97, label: 2, right: at < 1 }));
    expect(thresholdFor(evidenceOf([...good, ...bad, ...rare]), ["good", "bad", "rare"], 0.95)).toMatchObject({
      vetoed: ["bad"],
      evidence: 902,
      observed: 901 / 902,
      coverage: 902 / 932,
    });
  });
});

interface Row {
  readonly confidence: number;
  readonly label: number;
  readonly right: boolean;
}

function evidenceOf(rows: readonly Row[]): Evidence {
  const sorted = [...rows].sort((a, b) => b.confidence - a.confidence);
  return {
    confidence: Float32Array.from(sorted, ({ confidence }) => confidence),
    predicted: Uint16Array.from(sorted, ({ label }) => label),
    correct: Uint8Array.from(sorted, ({ right }) => (right ? 1 : 0)),
  };
}

/** Predictions that are right as often as they claim, at most `ceiling`. */
function judged(count: number, seed: number, ceiling = 1): Evidence {
  const random = seededRandom(seed);
  return evidenceOf(
    Array.from({ length: count }, (_, at) => {
      const confidence = 1 - random() ** 2;
      return { confidence, label: at % 2, right: random() < confidence * ceiling };
    }),
  );
}
