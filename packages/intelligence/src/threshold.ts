import { lowerBound, proves, upperBound } from "./clopper-pearson.ts";

/** What the history says about the predictions of one target: one entry per row that was scored unseen. */
export interface Evidence {
  /** Highest first. */
  readonly confidence: Float32Array;
  /** Number of the predicted label. */
  readonly predicted: Uint16Array;
  /** 1 where the prediction was right. */
  readonly correct: Uint8Array;
}

export interface Threshold {
  /** What was asked for. */
  readonly precision: number;
  /** Predictions at or above it may be trusted; null when the history proves none. */
  readonly threshold: number | null;
  /** Share of all tickets that are at or above it and not vetoed. */
  readonly coverage: number;
  /** Precision of those tickets, and the bound that is below the true one in 95 of 100 histories. */
  readonly observed: number | null;
  readonly lowerBound: number | null;
  /** On how many tickets that rests. */
  readonly evidence: number;
  /** Labels whose own tickets contradict the precision. */
  readonly vetoed: readonly string[];
}

/**
 * The lowest confidence from which on the predictions are right at least as often as promised: one-sided lower
 * 95 % bound over all labels together. A label is vetoed when its own upper bound
 * lies below the promise (at 95 % for all labels together).
 */
export function thresholdFor(evidence: Evidence, labels: readonly string[], precision: number): Threshold {
  const { confidence, predicted, correct } = evidence;
  const count = lowestProven(evidence, precision);
  if (count === 0) {
    return { precision, threshold: null, coverage: 0, observed: null, lowerBound: null, evidence: 0, vetoed: [] };
  }
  const trials = new Float64Array(labels.length);
  const successes = new Float64Array(labels.length);
  for (let at = 0; at < count; at++) {
    trials[predicted[at]!]!++;
    successes[predicted[at]!]! += correct[at]!;
  }
  // Bonferroni: of 77 good labels four would be vetoed by chance if each were tested at 95 % for itself.
  const vetoConfidence = 1 - 0.05 / labels.length;
  let kept = 0;
  let right = 0;
  const vetoed = labels.filter((_label, label) => {
    if (upperBound(successes[label]!, trials[label]!, vetoConfidence) < precision) return true;
    kept += trials[label]!;
    right += successes[label]!;
    return false;
  });
  return {
    precision,
    threshold: confidence[count - 1]!,
    coverage: kept / confidence.length,
    observed: kept === 0 ? null : right / kept,
    lowerBound: kept === 0 ? null : lowerBound(right, kept),
    evidence: kept,
    vetoed,
  };
}

/** How many of the most confident rows there are down to the lowest threshold that is proven. */
function lowestProven({ confidence, correct }: Evidence, precision: number): number {
  let right = 0;
  for (const one of correct) right += one;
  for (let count = confidence.length; count > 0; count--) {
    const closesTie = count === confidence.length || confidence[count]! < confidence[count - 1]!;
    if (closesTie && proves(right, count, precision)) return count;
    right -= correct[count - 1]!;
  }
  return 0;
}
