import { describe, expect, it } from "vitest";
import { type BinaryProblem, type BinaryState, forget, rowScore, squaredLengths } from "./binary.ts";
import { deskTickets } from "./desk-tickets.fixture.ts";
import { featurize } from "./featurize.ts";
import { HashIndex } from "./hash-index.ts";
import { solveLogistic } from "./logistic.ts";
import { seededRandom } from "./random.ts";
import { solveSvm } from "./svm.ts";
import { trainingRows } from "./training-rows.ts";

const rows = trainingRows(deskTickets(200, 1, 0.1), ["queue"]);
const { matrix } = featurize(rows, () => {});
const signs = Int8Array.from(rows, ({ example }) => (example.labels.queue === "billing" ? 1 : -1));
const problem: BinaryProblem = { matrix, squares: squaredLengths(matrix), signs };
const all = Uint32Array.from(rows.keys());
const part = all.filter((row) => row % 5 !== 0);
const fresh = (): BinaryState => ({
  weights: new Float32Array(matrix.features + 1),
  alphas: new Float64Array(matrix.rows),
});

/** Half the squared length of the weights and the loss of the rows. */
function objective({ weights }: BinaryState, over: Uint32Array, loss: (margin: number) => number): number {
  const regularization = weights.reduce((sum, weight) => sum + weight * weight, 0) / 2;
  return over.reduce((sum, row) => sum + loss(signs[row]! * rowScore(matrix, weights, row)), regularization);
}

const squaredHinge = (margin: number) => Math.max(0, 1 - margin) ** 2;
const logLoss = (margin: number) => 10 * Math.log1p(Math.exp(-margin));

describe("solvers", () => {
  it("SVM: reaches the optimum, where the primal and the dual objective meet", () => {
    const state = fresh();
    solveSvm(problem, state, all, seededRandom(1));
    const length = state.weights.reduce((sum, weight) => sum + weight * weight, 0) / 2;
    const dual = state.alphas.reduce((sum, alpha) => sum + alpha - alpha ** 2 / 4, -length);
    const primal = objective(state, all, squaredHinge);
    expect(primal - dual).toBeGreaterThanOrEqual(-1e-3 * primal);
    expect(primal - dual).toBeLessThan(0.02 * primal);
  });

  it.each([
    ["SVM", solveSvm, squaredHinge],
    ["logistic", solveLogistic, logLoss],
  ] as const)("%s: starting from a solution with rows taken out ends where a fresh start ends", (_, solve, loss) => {
    const cold = fresh();
    solve(problem, cold, part, seededRandom(1));
    const warm = fresh();
    solve(problem, warm, all, seededRandom(2));
    forget(
      problem,
      warm,
      all.filter((row) => row % 5 === 0),
    );
    solve(problem, warm, part, seededRandom(3), true);
    const expected = objective(cold, part, loss);
    expect(Math.abs(objective(warm, part, loss) - expected)).toBeLessThan(0.02 * expected);
    expect(expected).toBeLessThan(0.5 * objective(fresh(), part, loss));
  });
});

describe("hash index", () => {
  it("numbers hashes in order of first sight and finds them again, through growth and collisions", () => {
    const index = new HashIndex(4);
    const hashes = Array.from({ length: 5000 }, (_, at) => (at % 2 === 0 ? at * 2 ** 18 : at) >>> 0);
    const known = new Map<number, number>();
    for (const hash of hashes) {
      expect(index.add(hash)).toBe(known.get(hash) ?? known.size);
      if (!known.has(hash)) known.set(hash, known.size);
    }
    for (const [hash, position] of known) expect(index.get(hash)).toBe(position);
    expect(index.get(0xffffffff)).toBe(-1);
    expect([...index.keys()]).toEqual([...known.keys()]);
  });
});
