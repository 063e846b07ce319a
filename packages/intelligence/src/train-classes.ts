import { type BinaryProblem, type BinarySolver, type BinaryState, forget, rowScore } from "./binary.ts";
import { type LinearModel, LinearModelBuilder } from "./linear-model.ts";
import { solveLogistic } from "./logistic.ts";
import type { Matrix } from "./matrix.ts";
import { seededRandom } from "./random.ts";
import type { UnseenRow } from "./softmax.ts";
import { solveSvm } from "./svm.ts";
import type { ValidationPlan } from "./validation-plan.ts";

/** Up to so many rows per class the logistic loss beats the hinge. */
const FEW_SHOT = 12;

export interface ClassTask {
  readonly matrix: Matrix;
  readonly squares: Float64Array;
  /** The rows that carry a label. */
  readonly rows: Uint32Array;
  /** Number of the label by row of the matrix, -1 without. */
  readonly labelOf: Int32Array;
  readonly labels: readonly string[];
  readonly plan: ValidationPlan;
  readonly seed: number;
  /** Cost of an error for the hinge loss; 1. */
  readonly cost?: number;
  readonly onClass?: (done: number) => void;
}

export interface TrainedClasses {
  readonly model: LinearModel;
  /**
   * Row-major, matrix rows × labels: the score of every row by a model that has not seen it. NaN where the plan
   * scores no such row, −Infinity for a label which that model had no example of.
   */
  readonly unseenScores: Float32Array;
}

/** Are there so few rows that every one of them must count? */
export function isFewShot({ rows, labels }: Pick<ClassTask, "rows" | "labels">): boolean {
  return rows.length <= FEW_SHOT * labels.length;
}

/** One-against-the-rest models of all labels with the scores the validation plan asks for, class by class. */
export function trainClasses(task: ClassTask): TrainedClasses {
  const { matrix, squares, labelOf, labels, plan } = task;
  const solve = isFewShot(task) ? solveLogistic : solveSvm;
  const unseenScores = new Float32Array(matrix.rows * labels.length).fill(Number.NaN);
  const builder = new LinearModelBuilder(matrix.features, labels);
  labels.forEach((_label, label) => {
    const signs = Int8Array.from(labelOf, (other) => (other === label ? 1 : -1));
    const problem = { matrix, squares, signs, cost: task.cost };
    const state = { weights: new Float32Array(matrix.features + 1), alphas: new Float64Array(matrix.rows) };
    const random = seededRandom(task.seed + label);
    const record = (train: Uint32Array, scored: Uint32Array, { weights }: BinaryState) => {
      const known = train.some((row) => signs[row] === 1);
      for (const row of scored) {
        const score = known ? rowScore(matrix, weights, row) : Number.NEGATIVE_INFINITY;
        unseenScores[row * labels.length + label] = score;
      }
    };
    if (plan.kind === "rolling") rollForward(problem, state, task, solve, random, record);
    else leaveOut(problem, state, task, solve, random, record);
    builder.add(label, state.weights);
    task.onClass?.(label + 1);
  });
  return { model: builder.build(), unseenScores };
}

type Record = (train: Uint32Array, scored: Uint32Array, state: BinaryState) => void;

/** Each slice's model goes on from the one before, so that the whole history costs little more than one training. */
function rollForward(
  problem: BinaryProblem,
  state: BinaryState,
  { plan, rows }: ClassTask,
  solve: BinarySolver,
  random: () => number,
  record: Record,
): void {
  plan.slices.forEach(({ train, score }, slice) => {
    solve(problem, state, train, random, slice > 0);
    record(train, score, state);
  });
  solve(problem, state, rows, random);
}

/** Each fold's model starts from the full one with the fold taken out of it. */
function leaveOut(
  problem: BinaryProblem,
  state: BinaryState,
  { plan, rows }: ClassTask,
  solve: BinarySolver,
  random: () => number,
  record: Record,
): void {
  solve(problem, state, rows, random);
  for (const { train, score } of plan.slices) {
    const without = { weights: state.weights.slice(), alphas: state.alphas.slice() };
    forget(problem, without, score);
    solve(problem, without, train, random, true);
    record(train, score, without);
  }
}

/** The rows that the validation plan scored. */
export function unseenRows(
  rows: Uint32Array,
  unseenScores: Float32Array,
  labelOf: Int32Array,
  labels: number,
): UnseenRow[] {
  const unseen: UnseenRow[] = [];
  for (const row of rows) {
    const scores = unseenScores.subarray(row * labels, (row + 1) * labels);
    if (scores.some((score) => Number.isFinite(score))) unseen.push({ row, scores, truth: labelOf[row]! });
  }
  return unseen;
}
