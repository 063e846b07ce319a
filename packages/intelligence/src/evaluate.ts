import { encodeModel } from "./codec.ts";
import type { Example } from "./example.ts";
import {
  accuracy,
  areaUnderRoc,
  calibrationError,
  type LabelQuality,
  macroF1,
  type Outcome,
  qualityPerLabel,
  share,
} from "./metrics.ts";
import type { Model, Prediction } from "./model.ts";
import type { Progress } from "./progress.ts";
import { train } from "./train.ts";

/** The promises that are reported. */
const PRECISIONS = [0.9, 0.95, 0.99] as const;

/** What a promised precision came to on the test rows; `threshold` null where the training rows prove none. */
export interface Coverage {
  readonly threshold: number | null;
  readonly coverage: number;
  readonly precision: number | null;
}

/** The figures of one target, fractions 0..1. The names are those of `otai evaluate --json`. */
export interface EvaluationReport {
  readonly target: string;
  readonly classes: number;
  readonly train_rows: number;
  readonly test_rows: number;
  readonly accuracy: number;
  readonly macro_f1: number;
  readonly ece: number;
  /** By promised precision, `"0.90"`. */
  readonly coverage: Readonly<Record<string, Coverage>>;
  readonly train_seconds: number;
  readonly predict_per_second: number;
  readonly latency_ms: { readonly mean: number; readonly p99: number };
  readonly model_bytes: number;
  readonly per_class: readonly LabelQuality[];
  readonly oos: { readonly auroc: number; readonly in_scope_accuracy: number; readonly oos_recall: number } | null;
}

export interface EvaluationInput {
  readonly train: readonly Example[];
  readonly test: readonly Example[];
  readonly target: string;
  /** Tickets of topics that no label fits. */
  readonly oos?: readonly Pick<Example, "subject" | "body" | "metadata">[];
  /** Milliseconds, monotonic. */
  readonly clock: () => number;
  readonly seed?: number;
  readonly onProgress?: (progress: Progress) => void;
}

const WARM_UP = 50;

/**
 * Trains on `train`, asks for every row of `test` one by one, and judges. Calibration and thresholds come from the
 * training rows alone. Test rows without the label are left out.
 */
export function evaluate(input: EvaluationInput): EvaluationReport {
  const { target, clock } = input;
  const started = clock();
  const options = { targets: [target], seed: input.seed ?? 1 };
  const model = train(input.train, input.onProgress ? { ...options, onProgress: input.onProgress } : options);
  const trainSeconds = (clock() - started) / 1000;
  const test = input.test.filter(({ labels }) => labels[target]);
  for (const row of test.slice(0, WARM_UP)) model.classify(row);
  const latencies: number[] = [];
  const predictions = test.map((row) => {
    const before = clock();
    const prediction = model.classify(row)[target]!;
    latencies.push(clock() - before);
    return prediction;
  });
  const outcomes = predictions.map(({ value, confidence }, at) => ({
    truth: test[at]!.labels[target]!,
    value,
    confidence,
  }));
  const perClass = qualityPerLabel(outcomes);
  const total = latencies.reduce((sum, latency) => sum + latency, 0);
  latencies.sort((a, b) => a - b);
  return {
    target,
    classes: model.labels(target).length,
    train_rows: input.train.filter(({ labels }) => labels[target]).length,
    test_rows: test.length,
    accuracy: accuracy(outcomes),
    macro_f1: macroF1(perClass),
    ece: calibrationError(outcomes),
    coverage: Object.fromEntries(
      PRECISIONS.map((precision) => [precision.toFixed(2), coverageAt(model, target, precision, outcomes)]),
    ),
    train_seconds: trainSeconds,
    predict_per_second: share(test.length * 1000, total),
    latency_ms: {
      mean: share(total, test.length),
      p99: latencies[Math.min(Math.floor(latencies.length * 0.99), latencies.length - 1)] ?? 0,
    },
    model_bytes: encodeModel(model).length,
    per_class: perClass,
    oos: input.oos ? judgeOutOfScope(model, target, input.oos, predictions, outcomes) : null,
  };
}

function coverageAt(model: Model, target: string, precision: number, outcomes: readonly Outcome[]): Coverage {
  const { threshold, vetoed } = model.thresholdFor(target, precision);
  if (threshold === null) return { threshold, coverage: 0, precision: null };
  const covered = outcomes.filter(({ value, confidence }) => confidence >= threshold && !vetoed.includes(value));
  return {
    threshold,
    coverage: share(covered.length, outcomes.length),
    precision: covered.length === 0 ? null : accuracy(covered),
  };
}

/** A ticket is taken for out of scope where its prediction is `novel`. */
function judgeOutOfScope(
  model: Model,
  target: string,
  oos: NonNullable<EvaluationInput["oos"]>,
  inScope: readonly Prediction[],
  outcomes: readonly Outcome[],
): EvaluationReport["oos"] {
  const outside = oos.map((row) => model.classify(row)[target]!);
  const rightInScope = outcomes.filter(({ truth, value }, at) => truth === value && !inScope[at]!.novel).length;
  return {
    auroc: areaUnderRoc(
      outside.map(({ novelty }) => novelty),
      inScope.map(({ novelty }) => novelty),
    ),
    in_scope_accuracy: share(rightInScope, outcomes.length),
    oos_recall: share(outside.filter(({ novel }) => novel).length, outside.length),
  };
}
