import type { Matrix } from "./matrix.ts";

/** One class against the others. */
export interface BinaryProblem {
  readonly matrix: Matrix;
  /** Squared length of every row, the constant feature included. */
  readonly squares: Float64Array;
  /** +1 or −1 by row of the matrix. */
  readonly signs: Int8Array;
  /** Cost of an error, as in LIBLINEAR: the smaller, the less a single row can bend the weights. Without it the solver has its own. */
  readonly cost?: number | undefined;
}

/** Single precision: twice as many stay in the processor's cache. */
export type Weights = Float32Array;

/** Weights of one class while it is trained; the last weight belongs to the constant feature. */
export interface BinaryState {
  readonly weights: Weights;
  readonly alphas: Float64Array;
}

/** Moves `state` to the solution over `rows`; alphas of all other rows must be zero. */
export type BinarySolver = (
  problem: BinaryProblem,
  state: BinaryState,
  rows: Uint32Array,
  random: () => number,
  approximate?: boolean,
) => void;

/** Squared length of every row with its constant feature. */
export function squaredLengths({ rows, offsets, values }: Matrix): Float64Array {
  const squares = new Float64Array(rows).fill(1);
  for (let row = 0; row < rows; row++) {
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) squares[row]! += values[at]! * values[at]!;
  }
  return squares;
}

/** The score of a row, the constant feature included. */
export function rowScore({ offsets, indices, values, features }: Matrix, weights: Weights, row: number): number {
  const to = offsets[row + 1]!;
  let at = offsets[row]!;
  // Four sums, since each addition would wait for the one before it.
  let first = weights[features]!;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (const last = to - 3; at < last; at += 4) {
    first += weights[indices[at]!]! * values[at]!;
    second += weights[indices[at + 1]!]! * values[at + 1]!;
    third += weights[indices[at + 2]!]! * values[at + 2]!;
    fourth += weights[indices[at + 3]!]! * values[at + 3]!;
  }
  for (; at < to; at++) first += weights[indices[at]!]! * values[at]!;
  return first + second + third + fourth;
}

/** `weights += step × row`. */
export function addRow(matrix: Matrix, weights: Weights, row: number, step: number): void {
  const { offsets, indices, values, features } = matrix;
  const to = offsets[row + 1]!;
  for (let at = offsets[row]!; at < to; at++) weights[indices[at]!]! += step * values[at]!;
  weights[features]! += step;
}

/** Takes rows out of the solution, so that `state` knows nothing of them. */
export function forget(problem: BinaryProblem, state: BinaryState, rows: Uint32Array): void {
  for (const row of rows) {
    const alpha = state.alphas[row]!;
    if (alpha === 0) continue;
    addRow(problem.matrix, state.weights, row, -alpha * problem.signs[row]!);
    state.alphas[row] = 0;
  }
}
