import { addRow, type BinaryProblem, type BinaryState, rowScore } from "./binary.ts";
import { shuffle } from "./random.ts";

/** Cost of an error, as in LIBLINEAR. */
const COST = 10;
const TOLERANCE = 0.1;
const MOST_EPOCHS = 30;
const NEWTON_TOLERANCE = 1e-3;
const NEWTON_STEPS = 20;
const SMALLEST_ALPHA = 1e-8;

/**
 * L2-regularised logistic regression in the dual by coordinate descent (Yu, Huang and Lin 2011, "Dual coordinate
 * descent methods for logistic regression and maximum entropy models"). Better than the hinge with a handful of
 * examples per class: every one of them counts, not only those at the border.
 */
export function solveLogistic(
  problem: BinaryProblem,
  state: BinaryState,
  rows: Uint32Array,
  random: () => number,
): void {
  const { matrix, signs, squares } = problem;
  const { weights, alphas } = state;
  const order = rows.slice();
  for (const row of order) {
    if (alphas[row] !== 0) continue;
    alphas[row] = SMALLEST_ALPHA;
    addRow(matrix, weights, row, SMALLEST_ALPHA * signs[row]!);
  }
  for (let epoch = 0; epoch < MOST_EPOCHS; epoch++) {
    let steepest = 0;
    shuffle(order, random);
    for (const row of order) {
      const sign = signs[row]!;
      const margin = sign * rowScore(matrix, weights, row);
      const alpha = alphas[row]!;
      steepest = Math.max(steepest, Math.abs(margin + Math.log(alpha / (COST - alpha))));
      const next = minimize(squares[row]!, margin, alpha);
      if (next === alpha) continue;
      alphas[row] = next;
      addRow(matrix, weights, row, (next - alpha) * sign);
    }
    if (steepest < TOLERANCE) break;
  }
}

/** The z in (0, COST) that minimises square/2·(z−alpha)² + margin·(z−alpha) + z·ln z + (COST−z)·ln(COST−z). */
function minimize(square: number, margin: number, alpha: number): number {
  let z = alpha;
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const gradient = square * (z - alpha) + margin + Math.log(z / (COST - z));
    if (Math.abs(gradient) < NEWTON_TOLERANCE) break;
    const next = z - gradient / (square + COST / (z * (COST - z)));
    z = next <= 0 ? z * 0.1 : next >= COST ? COST - (COST - z) * 0.1 : next;
  }
  return z;
}
