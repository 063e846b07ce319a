import { addRow, type BinaryProblem, type BinaryState, rowScore } from "./binary.ts";
import { shuffle } from "./random.ts";

/** Cost of an error, where the problem names none. */
const COST = 1;
/** How far from the optimum the projected gradient may stay. */
const TOLERANCE = 0.1;
const MOST_EPOCHS = 100;
const FAR_FROM_BORDER = 0.2;

/**
 * L2-regularised squared-hinge SVM in the dual by coordinate descent with shrinking (Hsieh et al. 2008,
 * "A Dual Coordinate Descent Method for Large-scale Linear SVM", algorithm 3). Starts from `state` and leaves the
 * solution over `rows` in it; alphas of other rows must be zero.
 * `approximate` starts from a solution of nearly the same rows: those that are far from the border then are not looked
 * at again.
 */
export function solveSvm(
  problem: BinaryProblem,
  state: BinaryState,
  rows: Uint32Array,
  random: () => number,
  approximate = false,
): void {
  const { matrix, squares, signs, cost = COST } = problem;
  const { weights, alphas } = state;
  const order = rows.slice();
  const diagonal = 0.5 / cost;
  let active = order.length;
  let bound = approximate ? FAR_FROM_BORDER : Number.POSITIVE_INFINITY;
  for (let epoch = 0; epoch < MOST_EPOCHS; epoch++) {
    let highest = Number.NEGATIVE_INFINITY;
    let lowest = Number.POSITIVE_INFINITY;
    shuffle(order, random, active);
    for (let at = 0; at < active; at++) {
      const row = order[at]!;
      const sign = signs[row]!;
      const alpha = alphas[row]!;
      const gradient = rowScore(matrix, weights, row) * sign - 1 + alpha * diagonal;
      let projected = gradient;
      if (alpha === 0) {
        if (gradient > bound) {
          active--;
          order[at] = order[active]!;
          order[active] = row;
          at--;
          continue;
        }
        if (gradient > 0) projected = 0;
      }
      if (projected > highest) highest = projected;
      if (projected < lowest) lowest = projected;
      if (Math.abs(projected) < 1e-12) continue;
      const next = Math.max(alpha - gradient / (squares[row]! + diagonal), 0);
      const step = (next - alpha) * sign;
      if (step === 0) continue;
      alphas[row] = next;
      addRow(matrix, weights, row, step);
    }
    if (highest - lowest <= TOLERANCE) {
      if (approximate || active === order.length) break;
      // Everything that was shrunk is looked at once more before the end.
      active = order.length;
      bound = Number.POSITIVE_INFINITY;
      continue;
    }
    bound = highest <= 0 ? Number.POSITIVE_INFINITY : highest;
  }
}
