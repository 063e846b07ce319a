/**
 * How likely the best label is right: a logistic function of its score, of its lead over the second, and of the label.
 * One temperature alone is off by up to 9 points on long tails; the part of the label is shrunk hard, so that a label
 * moves away from the others only as far as its own tickets say.
 */
export interface Reliability {
  readonly bias: number;
  readonly score: number;
  readonly lead: number;
  readonly byLabel: Float32Array;
}

/** What one row says about it. */
export interface Judgement {
  readonly label: number;
  readonly score: number;
  readonly lead: number;
  readonly right: boolean;
}

/** Middle of what public data sets give; stands in for the evidence that a small set has not. */
const PRIOR = [-0.5, 0.5, 1.5] as const;
const PRIOR_WEIGHT = 2;
const LABEL_SHRINKAGE = 5;
const ROUNDS = 30;
const LONGEST_STEP = 1;
const SMALLEST_STEP = 0.005;
const LIMIT = 5;

/** Beyond these bounds nothing more is known; the second best may be a label without a score. */
const bounded = (value: number) => Math.min(Math.max(value, -LIMIT), LIMIT);
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

export function reliabilityOf(model: Reliability, label: number, score: number, lead: number): number {
  return sigmoid(model.bias + model.score * bounded(score) + model.lead * bounded(lead) + model.byLabel[label]!);
}

/** Maximum a posteriori by Newton's method: three common parameters jointly, then every label for itself. */
export function fitReliability(judgements: readonly Judgement[], labels: number): Reliability {
  const common = Float64Array.from(PRIOR);
  const byLabel = new Float64Array(labels);
  const inputs = judgements.map(({ score, lead }) => [1, bounded(score), bounded(lead)] as const);
  const chance = (at: number) => {
    const [one, score, lead] = inputs[at]!;
    return sigmoid(common[0]! * one + common[1]! * score + common[2]! * lead + byLabel[judgements[at]!.label]!);
  };
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = PRIOR.map((prior, i) => PRIOR_WEIGHT * (prior - common[i]!));
    const curvature = PRIOR.map((_, i) => PRIOR.map((__, j) => (i === j ? PRIOR_WEIGHT : 0)));
    const labelGradient = byLabel.map((value) => -LABEL_SHRINKAGE * value);
    const labelCurvature = new Float64Array(labels).fill(LABEL_SHRINKAGE);
    for (let at = 0; at < judgements.length; at++) {
      const p = chance(at);
      const slope = p * (1 - p);
      const residual = (judgements[at]!.right ? 1 : 0) - p;
      const input = inputs[at]!;
      for (let i = 0; i < 3; i++) {
        gradient[i]! += residual * input[i]!;
        for (let j = 0; j < 3; j++) curvature[i]![j]! += slope * input[i]! * input[j]!;
      }
    }
    const step = solveSymmetric(curvature, gradient);
    let moved = 0;
    step.forEach((value, i) => {
      moved = Math.max(moved, Math.abs(value));
      common[i]! += Math.min(Math.max(value, -LONGEST_STEP), LONGEST_STEP);
    });
    for (let at = 0; at < judgements.length; at++) {
      const p = chance(at);
      labelGradient[judgements[at]!.label]! += (judgements[at]!.right ? 1 : 0) - p;
      labelCurvature[judgements[at]!.label]! += p * (1 - p);
    }
    for (let label = 0; label < labels; label++) {
      const shift = labelGradient[label]! / labelCurvature[label]!;
      byLabel[label]! += shift;
      moved = Math.max(moved, Math.abs(shift));
    }
    if (moved < SMALLEST_STEP) break;
  }
  // More score or more lead never makes a prediction less reliable.
  const [bias, score, lead] = common;
  return { bias: bias!, score: Math.max(score!, 0), lead: Math.max(lead!, 0), byLabel: Float32Array.from(byLabel) };
}

/** Gaussian elimination; the matrix is positive definite. */
function solveSymmetric(matrix: number[][], right: number[]): number[] {
  const size = right.length;
  for (let pivot = 0; pivot < size; pivot++) {
    for (let row = pivot + 1; row < size; row++) {
      const factor = matrix[row]![pivot]! / matrix[pivot]![pivot]!;
      for (let column = pivot; column < size; column++) matrix[row]![column]! -= factor * matrix[pivot]![column]!;
      right[row]! -= factor * right[pivot]!;
    }
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let column = row + 1; column < size; column++) right[row]! -= matrix[row]![column]! * right[column]!;
    right[row]! /= matrix[row]![row]!;
  }
  return right;
}
