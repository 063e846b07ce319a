import { squaredLengths } from "./binary.ts";
import { fitCalibration, leadersOf } from "./calibration.ts";
import { gatherEvidence } from "./evidence.ts";
import type { Example } from "./example.ts";
import { featurize } from "./featurize.ts";
import { share } from "./metrics.ts";
import type { Progress } from "./progress.ts";
import { reliabilityOf } from "./reliability.ts";
import type { UnseenRow } from "./softmax.ts";
import { thresholdFor } from "./threshold.ts";
import { trainClasses, unseenRows } from "./train-classes.ts";
import { numberLabels, TrainingError, timesOf, trainingRows } from "./training-rows.ts";
import { rollingPlan } from "./validation-plan.ts";

/** What would have been written without asking, at one promised precision. */
export interface BacktestBand {
  /** In force during the slice; null while the history proved none. For the whole run: the one for the time after it. */
  readonly threshold: number | null;
  readonly automated: number;
  readonly right: number;
  readonly wrong: number;
  /** Share of the tickets. */
  readonly coverage: number;
  /** Null without automated tickets. */
  readonly precision: number | null;
}

/** A stretch of time, judged by a model of all tickets before it. */
export interface BacktestSlice {
  readonly from: number;
  readonly to: number;
  readonly trained_on: number;
  readonly rows: number;
  readonly accuracy: number;
  /** By promised precision, `"0.95"`. */
  readonly coverage: Readonly<Record<string, BacktestBand>>;
}

export interface BacktestReport {
  readonly target: string;
  readonly classes: number;
  /** All tickets, and those that were judged. */
  readonly rows: number;
  readonly judged: number;
  readonly accuracy: number;
  readonly coverage: Readonly<Record<string, BacktestBand>>;
  readonly slices: readonly BacktestSlice[];
  readonly per_label: readonly {
    readonly label: string;
    readonly support: number;
    readonly accuracy: number;
    /** By promised precision: predictions of this label. */
    readonly coverage: Readonly<Record<string, Omit<BacktestBand, "threshold">>>;
  }[];
}

export interface BacktestOptions {
  readonly target: string;
  /** Number of slices after the first part, which only trains; 8. */
  readonly slices?: number;
  readonly seed?: number;
  readonly onProgress?: (progress: Progress) => void;
}

const SLICES = 8;
/** The promises that are looked at. */
const PRECISIONS = [0.8, 0.85, 0.9, 0.95, 0.97, 0.99] as const;

interface Judged {
  readonly predicted: number;
  readonly truth: number;
  /** By precision: written without asking? */
  readonly automated: readonly boolean[];
}

/**
 * What would have happened: the history in order of time, every slice judged by a model, a calibration and a threshold
 * of the slices before it. Only the weights of rare and frequent words know the whole history's texts, no label does.
 * Throws a `TrainingError` when a row has no time or there is too little history to cut.
 */
export function backtest(examples: readonly Example[], options: BacktestOptions): BacktestReport {
  const report = options.onProgress ?? (() => {});
  const all = trainingRows(examples, [options.target]);
  const times = timesOf(all);
  if (times === null) throw new TrainingError("a backtest needs the time of every ticket, and some have none");
  const { labels, labelOf } = numberLabels(all, options.target);
  const rows = Uint32Array.from(all.keys());
  const plan = rollingPlan(rows, times, options.slices ?? SLICES);
  if (plan.slices.length < 2 || labels.length < 2) {
    throw new TrainingError(
      `a backtest needs two labels and tickets of several times: there are ${labels.length} and ${all.length} tickets`,
    );
  }
  const { matrix } = featurize(all, report);
  const { unseenScores } = trainClasses({
    matrix,
    squares: squaredLengths(matrix),
    rows,
    labelOf,
    labels,
    plan,
    seed: options.seed ?? 1,
    onClass: (done) => report({ step: `learning ${options.target}`, done, total: labels.length }),
  });
  const past: UnseenRow[] = [];
  const judged: Judged[] = [];
  const slices = plan.slices.map(({ train, score }): BacktestSlice => {
    const unseen = unseenRows(score, unseenScores, labelOf, labels.length);
    const { thresholds, decisions } = judgeSlice(past, unseen, labels);
    past.push(...unseen);
    judged.push(...decisions);
    return {
      from: times[score[0]!]!,
      to: times[score.at(-1)!]!,
      trained_on: train.length,
      rows: score.length,
      accuracy: shareRight(decisions),
      coverage: bandsOf(decisions, thresholds),
    };
  });
  const evidence = gatherEvidence(past, labels.length);
  const next = PRECISIONS.map((precision) => thresholdFor(evidence, labels, precision).threshold);
  return {
    target: options.target,
    classes: labels.length,
    rows: all.length,
    judged: judged.length,
    accuracy: shareRight(judged),
    coverage: bandsOf(judged, next),
    slices,
    per_label: labels.map((label, number) => {
      const own = judged.filter(({ truth }) => truth === number);
      const predicted = judged.filter((one) => one.predicted === number);
      const bands = Object.entries(bandsOf(predicted, next, judged.length)).map(([precision, band]) => {
        const { threshold: _ofAllLabels, ...rest } = band;
        return [precision, rest] as const;
      });
      return { label, support: own.length, accuracy: shareRight(own), coverage: Object.fromEntries(bands) };
    }),
  };
}

/** Decides a slice with what the past proves. */
function judgeSlice(
  past: readonly UnseenRow[],
  rows: readonly UnseenRow[],
  labels: readonly string[],
): { thresholds: (number | null)[]; decisions: Judged[] } {
  const evidence = gatherEvidence(past, labels.length);
  const { reliability } = fitCalibration(past, labels.length);
  const promises = PRECISIONS.map((precision) => thresholdFor(evidence, labels, precision));
  const decisions = rows.map(({ scores, truth }) => {
    const { best, score, lead } = leadersOf(scores);
    const confidence = reliabilityOf(reliability, best, score, lead);
    const automated = promises.map(
      ({ threshold, vetoed }) => threshold !== null && confidence >= threshold && !vetoed.includes(labels[best]!),
    );
    return { predicted: best, truth, automated };
  });
  return { thresholds: promises.map(({ threshold }) => threshold), decisions };
}

function bandsOf(
  judged: readonly Judged[],
  thresholds: readonly (number | null)[],
  outOf = judged.length,
): Record<string, BacktestBand> {
  return Object.fromEntries(
    PRECISIONS.map((precision, at) => {
      const automated = judged.filter((one) => one.automated[at]);
      const right = automated.filter(({ predicted, truth }) => predicted === truth).length;
      const band: BacktestBand = {
        threshold: thresholds[at]!,
        automated: automated.length,
        right,
        wrong: automated.length - right,
        coverage: share(automated.length, outOf),
        precision: automated.length === 0 ? null : right / automated.length,
      };
      return [precision.toFixed(2), band];
    }),
  );
}

function shareRight(judged: readonly Judged[]): number {
  return share(judged.filter(({ predicted, truth }) => predicted === truth).length, judged.length);
}
