import { PREPARE_VERSION, prepare } from "@otai/text/prepare";
import { squaredLengths } from "./binary.ts";
import { crossFittedConfidence, fitCalibration } from "./calibration.ts";
import type { Example } from "./example.ts";
import { Grams } from "./grams.ts";
import { capGroups } from "./group-cap.ts";
import { type Matrix, vectorizeAll } from "./matrix.ts";
import { Model, type TargetModel } from "./model.ts";
import { buildNeighbourIndex, type NeighbourIndex } from "./neighbours.ts";
import { novelAbove, novelty } from "./novelty.ts";
import type { UnseenRow } from "./softmax.ts";
import type { Evidence } from "./threshold.ts";
import { trainClasses } from "./train-classes.ts";
import { planValidation } from "./validation-plan.ts";
import { collectTicket } from "./vectorizer.ts";
import { buildVocabulary } from "./vocabulary.ts";

export interface TrainOptions {
  /** Which labels of the examples to learn, e.g. `["queue", "priority"]`. */
  readonly targets: readonly string[];
  /** Same examples and seed, same model; 1. */
  readonly seed?: number;
  readonly onProgress?: (progress: Progress) => void;
  /** Whether past tickets are kept for neighbours and novelty; true. */
  readonly retrieval?: boolean;
}

export interface Progress {
  readonly step: string;
  readonly done: number;
  readonly total: number;
}

/** The examples cannot be learned from; the message says why. */
export class TrainingError extends Error {
  override readonly name = "TrainingError";
}

/** So many rows are enough to see what novelty ordinary tickets have. */
const NOVELTY_SAMPLE = 1_000;
const PROGRESS_EVERY = 250;

/**
 * Learns one model for all targets. Rows without text or without any label are left out; a target with a single label
 * always predicts it and proves nothing. Pure and synchronous: some seconds of CPU for thousands of tickets.
 * Throws a `TrainingError` when a target has no labelled row at all.
 */
export function train(examples: readonly Example[], options: TrainOptions): Model {
  const report = options.onProgress ?? (() => {});
  const rows = usableRows(examples, options.targets);
  const grams = new Grams();
  const steps = 2 * rows.length;
  const vocabulary = buildVocabulary(rows.length, grams, (row) => {
    collectTicket(grams, rows[row]!.ticket);
    if (row % PROGRESS_EVERY === 0) report({ step: "reading tickets", done: row, total: steps });
  });
  const matrix = vectorizeAll(
    vocabulary,
    rows.map(({ ticket }) => ticket),
    (row) => {
      if (row % PROGRESS_EVERY === 0) report({ step: "reading tickets", done: rows.length + row, total: steps });
    },
  );
  report({ step: "reading tickets", done: steps, total: steps });
  const index = options.retrieval === false ? null : buildNeighbourIndex(matrix);
  const squares = squaredLengths(matrix);
  const targets = options.targets.map((name) =>
    trainTarget(name, rows, { matrix, squares, index, seed: options.seed ?? 1, report }),
  );
  const retrieval = index && { index, ids: rows.map(({ example }, row) => example.id ?? `row ${row + 1}`) };
  return new Model({ prepareVersion: PREPARE_VERSION, vocabulary, targets, retrieval });
}

interface Row {
  readonly example: Example;
  readonly ticket: {
    readonly subject: string;
    readonly body: string;
    readonly metadata: readonly string[] | undefined;
  };
  readonly group?: string;
}

function usableRows(examples: readonly Example[], targets: readonly string[]): Row[] {
  if (targets.length === 0) throw new TrainingError("no target to learn: name at least one label of the examples");
  for (const target of targets) {
    if (!examples.some(({ labels }) => labels[target])) {
      throw new TrainingError(`no example has a label for target "${target}"`);
    }
  }
  const rows = examples
    .filter(({ labels }) => targets.some((target) => labels[target]))
    .map((example): Row => {
      const { subject, body } = prepare(example);
      const ticket = { subject, body, metadata: example.metadata };
      return example.group === undefined ? { example, ticket } : { example, ticket, group: example.group };
    })
    .filter(({ ticket }) => ticket.subject !== "" || ticket.body !== "");
  if (rows.length === 0) throw new TrainingError("no example has a text to learn from");
  return capGroups(rows);
}

interface Context {
  readonly matrix: Matrix;
  readonly squares: Float64Array;
  readonly index: NeighbourIndex | null;
  readonly seed: number;
  readonly report: (progress: Progress) => void;
}

function trainTarget(name: string, all: readonly Row[], context: Context): TargetModel {
  const { matrix, squares, index, seed, report } = context;
  const labels = [...new Set(all.map(({ example }) => example.labels[name] ?? ""))].filter(Boolean).sort();
  if (labels.length === 0) throw new TrainingError(`no example with text has a label for target "${name}"`);
  const numberOf = new Map(labels.map((label, number) => [label, number]));
  const labelOf = Int32Array.from(all, ({ example }) => numberOf.get(example.labels[name] ?? "") ?? -1);
  const rows = Uint32Array.from(all.keys()).filter((row) => labelOf[row]! >= 0);
  const times = all.every(({ example }) => Number.isFinite(example.at))
    ? Float64Array.from(all, ({ example }) => example.at!)
    : null;
  const { model, unseenScores } = trainClasses({
    matrix,
    squares,
    rows,
    labelOf,
    labels,
    plan: planValidation(rows, labelOf, times, seed),
    seed,
    onClass: (done) => report({ step: `learning ${name}`, done, total: labels.length }),
  });
  const unseen: (UnseenRow & { readonly row: number })[] = [];
  for (const row of rows) {
    const scores = unseenScores.subarray(row * labels.length, (row + 1) * labels.length);
    if (scores.some((score) => Number.isFinite(score))) unseen.push({ row, scores, truth: labelOf[row]! });
  }
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

/** The predictions for rows that the predicting model had not seen, most confident first. */
function gatherEvidence(rows: readonly UnseenRow[], labels: number): Evidence {
  const predictions = crossFittedConfidence(rows, labels);
  const order = [...rows.keys()].sort((a, b) => predictions[b]!.confidence - predictions[a]!.confidence || a - b);
  return {
    confidence: Float32Array.from(order, (at) => predictions[at]!.confidence),
    predicted: Uint16Array.from(order, (at) => predictions[at]!.best),
    correct: Uint8Array.from(order, (at) => (predictions[at]!.best === rows[at]!.truth ? 1 : 0)),
  };
}

function sampleNovelty(
  rows: readonly (UnseenRow & { readonly row: number })[],
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
      return novelty(Math.max(...scores), nearest?.similarity ?? 0);
    });
}
