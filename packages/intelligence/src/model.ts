import { prepare, type TicketText } from "@otai/text/prepare";
import { type Calibration, calibrate, leadersOf } from "./calibration.ts";
import { type EvidencePhrase, explain } from "./explain.ts";
import type { LinearModel } from "./linear-model.ts";
import { calibrationError } from "./metrics.ts";
import type { NeighbourIndex } from "./neighbours.ts";
import { novelty } from "./novelty.ts";
import { type Evidence, type Threshold, thresholdFor } from "./threshold.ts";
import { Vectorizer } from "./vectorizer.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What a model says about one target of one ticket. */
export interface Prediction {
  readonly value: string;
  /** Calibrated probability of `value`, 0..1. */
  readonly confidence: number;
  /** The likeliest labels, `value` first. */
  readonly alternatives: readonly { readonly value: string; readonly confidence: number }[];
  /** The phrases that spoke for `value`, strongest first. */
  readonly evidence: readonly EvidencePhrase[];
  /** Past tickets, nearest first. */
  readonly neighbours: readonly Neighbour[];
  /** How unlike the training tickets this one is: the higher, the stranger. */
  readonly novelty: number;
  /** True when it is stranger than nearly all tickets of the history were at their time. */
  readonly novel: boolean;
}

export interface Neighbour {
  readonly id: string;
  /** Cosine, 0..1. */
  readonly similarity: number;
  /** Its label for the target; null without one. */
  readonly label: string | null;
}

export interface ClassifyOptions {
  /** Length of `alternatives`; 3. */
  readonly topK?: number;
  /** Whether to give `evidence`; false. */
  readonly explain?: boolean;
  /** Length of `neighbours`; 0. */
  readonly neighbours?: number;
  /** The text is what `prepare` returned: it is taken as it is. */
  readonly prepared?: boolean;
}

/** Measured on the history itself. */
export interface Quality {
  readonly rows: number;
  readonly accuracy: number;
  /** Expected calibration error, 0..1. */
  readonly calibrationError: number;
}

export interface TargetModel {
  readonly name: string;
  readonly linear: LinearModel;
  readonly calibration: Calibration;
  /** Tickets above it are novel. */
  readonly novelAbove: number;
  readonly evidence: Evidence;
  /** By training row: number of its label + 1, 0 without; empty without retrieval. */
  readonly labelOfRow: Uint16Array;
}

/** Of the past tickets only their ids and n-gram hashes are kept, no text. */
export interface Retrieval {
  readonly index: NeighbourIndex;
  readonly ids: readonly string[];
}

export interface ModelParts {
  readonly prepareVersion: number;
  readonly vocabulary: Vocabulary;
  readonly targets: readonly TargetModel[];
  readonly retrieval: Retrieval | null;
}

/** A trained model for one or more targets. Not for use by two threads at once. */
export class Model {
  readonly parts: ModelParts;
  readonly #vectorizer: Vectorizer;

  constructor(parts: ModelParts) {
    this.parts = parts;
    this.#vectorizer = new Vectorizer(parts.vocabulary);
  }

  get targets(): string[] {
    return this.parts.targets.map(({ name }) => name);
  }

  /** The closed set of values of a target. */
  labels(target: string): readonly string[] {
    return this.#target(target).linear.labels;
  }

  /** Predictions for all targets, by target. Evidence offsets are into the prepared subject and body. */
  classify(
    input: TicketText & { readonly metadata?: readonly string[] },
    options: ClassifyOptions = {},
  ): Record<string, Prediction> {
    const { subject, body } = options.prepared ? input : prepare(input);
    const vectorizer = this.#vectorizer;
    vectorizer.vectorize({ subject, body, metadata: input.metadata });
    const { indices, values, length } = vectorizer;
    const { retrieval, targets } = this.parts;
    const nearest = retrieval?.index.nearest(indices, values, length, Math.max(options.neighbours ?? 0, 1)) ?? [];
    const predictions: Record<string, Prediction> = {};
    for (const target of targets) {
      const { linear, calibration, labelOfRow } = target;
      const scores = new Float64Array(linear.labels.length);
      linear.score(indices, values, length, scores);
      const leaders = leadersOf(scores);
      const strangeness = novelty(leaders.score, leaders.lead, nearest[0]?.similarity ?? 0);
      const confidences = new Float64Array(scores.length);
      calibrate(calibration, scores, leaders, confidences);
      const winner = leaders.best;
      const best = highest(confidences, winner, Math.max(options.topK ?? 3, 1));
      predictions[target.name] = {
        value: linear.labels[winner]!,
        confidence: confidences[winner]!,
        alternatives: best.map((label) => ({ value: linear.labels[label]!, confidence: confidences[label]! })),
        evidence: options.explain ? explain(vectorizer, linear, winner, [subject, body]) : [],
        neighbours: nearest.slice(0, options.neighbours ?? 0).map(({ row, similarity }) => ({
          id: retrieval!.ids[row]!,
          similarity,
          label: labelOfRow[row] ? linear.labels[labelOfRow[row] - 1]! : null,
        })),
        novelty: strangeness,
        novel: strangeness > target.novelAbove,
      };
    }
    return predictions;
  }

  /** From which confidence on the values of `target` may be trusted to be right at least as often as `precision`. */
  thresholdFor(target: string, precision: number): Threshold {
    const { evidence, linear } = this.#target(target);
    return thresholdFor(evidence, linear.labels, precision);
  }

  /** How good the predictions for rows were that the predicting model had not seen. */
  quality(target: string): Quality {
    const { evidence } = this.#target(target);
    const rows = evidence.confidence.length;
    const right = evidence.correct.reduce((sum, correct) => sum + correct, 0);
    const outcomes = Array.from(evidence.correct, (correct, at) => ({
      truth: correct === 1 ? "right" : "wrong",
      value: "right",
      confidence: evidence.confidence[at]!,
    }));
    return { rows, accuracy: rows === 0 ? 0 : right / rows, calibrationError: calibrationError(outcomes) };
  }

  #target(name: string): TargetModel {
    const target = this.parts.targets.find((one) => one.name === name);
    if (!target) throw new Error(`the model has no target "${name}", only ${this.targets.join(", ")}`);
    return target;
  }
}

/** The numbers of the `count` highest values, highest first; `winner` is known to be among the highest. */
function highest(values: Float64Array, winner: number, count: number): number[] {
  const best = [winner];
  for (let at = 0; at < values.length; at++) {
    if (at === winner) continue;
    let place = best.length;
    while (place > 1 && values[best[place - 1]!]! < values[at]!) place--;
    if (place >= count) continue;
    best.splice(place, 0, at);
    if (best.length > count) best.pop();
  }
  return best;
}
