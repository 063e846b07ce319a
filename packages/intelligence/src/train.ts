import { PREPARE_VERSION } from "@otai/text/prepare";
import { trainAtBestCost } from "./best-cost.ts";
import { squaredLengths } from "./binary.ts";
import { fitCalibration, leadersOf } from "./calibration.ts";
import { gatherEvidence } from "./evidence.ts";
import type { Example } from "./example.ts";
import { featurize } from "./featurize.ts";
import type { Matrix } from "./matrix.ts";
import { Model, type TargetModel } from "./model.ts";
import { buildNeighbourIndex, type NeighbourIndex } from "./neighbours.ts";
import { novelAbove, novelty } from "./novelty.ts";
import type { Progress } from "./progress.ts";
import type { UnseenRow } from "./softmax.ts";
import { unseenRows } from "./train-classes.ts";
import { numberLabels, type TrainingRow, timesOf, trainingRows } from "./training-rows.ts";
import { planValidation } from "./validation-plan.ts";

export type { Progress } from "./progress.ts";
export { TrainingError } from "./training-rows.ts";

export interface TrainOptions {
  /** Which labels of the examples to learn, e.g. `["queue", "priority"]`. */
  readonly targets: readonly string[];
  /** Same examples and seed, same model; 1. */
  readonly seed?: number;
  readonly onProgress?: (progress: Progress) => void;
  /** Whether past tickets are kept for neighbours and novelty; true. */
  readonly retrieval?: boolean;
}

/** So many rows are enough to see what novelty ordinary tickets have. */
const NOVELTY_SAMPLE = 1_000;

/**
 * Learns one model for all targets. Rows without text or without any label are left out; a target with a single label
 * always predicts it and proves nothing. Pure and synchronous: some seconds of CPU for thousands of tickets.
 * Throws a `TrainingError` when a target has no labelled row at all.
 */
export function train(examples: readonly Example[], options: TrainOptions): Model {
  const report = options.onProgress ?? (() => {});
  const rows = trainingRows(examples, options.targets);
  const { vocabulary, matrix } = featurize(rows, report);
  const index = options.retrieval === false ? null : buildNeighbourIndex(matrix);
  const squares = squaredLengths(matrix);
  const targets = options.targets.map((name) =>
    trainTarget(name, rows, { matrix, squares, index, seed: options.seed ?? 1, report }),
  );
  const retrieval = index && { index, ids: rows.map(({ example }, row) => example.id ?? `row ${row + 1}`) };
  return new Model({ prepareVersion: PREPARE_VERSION, vocabulary, targets, retrieval });
}

interface Context {
  readonly matrix: Matrix;
  readonly squares: Float64Array;
  readonly index: NeighbourIndex | null;
  readonly seed: number;
  readonly report: (progress: Progress) => void;
}

function trainTarget(name: string, all: readonly TrainingRow[], context: Context): TargetModel {
  const { matrix, squares, index, seed, report } = context;
  const { labels, labelOf } = numberLabels(all, name);
  const rows = Uint32Array.from(all.keys()).filter((row) => labelOf[row]! >= 0);
  const { model, unseenScores } = trainAtBestCost({
    matrix,
    squares,
    rows,
    labelOf,
    labels,
    plan: planValidation(rows, labelOf, timesOf(all), seed),
    seed,
    onClass: (done) => report({ step: `learning ${name}`, done, total: labels.length }),
  });
  const unseen = unseenRows(rows, unseenScores, labelOf, labels.length);
  const judged = labels.length > 1 ? unseen : [];
  return {
    name,
    linear: model,
    calibration: fitCalibration(judged, labels.length),
    novelAbove: novelAbove(index ? sampleNovelty(judged, matrix, index) : []),
    evidence: gatherEvidence(judged, labels.length),
    labelOfRow: index ? Uint16Array.from(labelOf, (label) => label + 1) : new Uint16Array(0),
  };
}

function sampleNovelty(
  rows: readonly UnseenRow[],
  { offsets, indices, values }: Matrix,
  index: NeighbourIndex,
): number[] {
  const step = Math.max(1, Math.ceil(rows.length / NOVELTY_SAMPLE));
  return rows
    .filter((_row, at) => at % step === 0)
    .map(({ row, scores }) => {
      const from = offsets[row]!;
      const to = offsets[row + 1]!;
      const [nearest] = index.nearest(indices.subarray(from, to), values.subarray(from, to), to - from, 1, row);
      const { score, lead } = leadersOf(scores);
      return novelty(score, lead, nearest?.similarity ?? 0);
    });
}
