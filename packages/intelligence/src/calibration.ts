import { fitReliability, type Judgement, type Reliability, reliabilityOf } from "./reliability.ts";
import { fitTemperature, softmax, type UnseenRow } from "./softmax.ts";

/** The second may be a label without a score. */
const MOST_LEAD = 5;

/** Turns the scores of one target into confidences. */
export interface Calibration {
  /** Shares among the labels that are not the best. */
  readonly temperature: number;
  readonly reliability: Reliability;
}

export interface Confidence {
  readonly best: number;
  readonly confidence: number;
}

/** Learned from rows that the scoring model had not seen. */
export function fitCalibration(rows: readonly UnseenRow[], labels: number): Calibration {
  return { temperature: fitTemperature(rows), reliability: fitReliability(rows.map(judge), labels) };
}

/**
 * The confidence of every row under a calibration that was fitted without it: thresholds chosen on confidences that
 * had seen their own outcome would promise too much.
 */
export function crossFittedConfidence(rows: readonly UnseenRow[], labels: number, folds = 5): Confidence[] {
  const judged = rows.map(judge);
  const models = Array.from({ length: folds }, (_, fold) =>
    fitReliability(
      judged.filter((_judgement, at) => at % folds !== fold),
      labels,
    ),
  );
  return judged.map(({ label, score, lead }, at) => ({
    best: label,
    confidence: reliabilityOf(models[at % folds]!, label, score, lead),
  }));
}

/** Confidences of all labels, at most 1 together and highest for the best of `leaders`. */
export function calibrate(
  calibration: Calibration,
  scores: Float64Array,
  { best, score, lead }: Leaders,
  confidences: Float64Array,
): void {
  if (scores.length === 1) {
    confidences[0] = 1;
    return;
  }
  softmax(scores, calibration.temperature, confidences);
  const confidence = reliabilityOf(calibration.reliability, best, score, lead);
  // Not 1 − the best: the difference of nearly equal numbers.
  let others = 0;
  for (let label = 0; label < scores.length; label++) if (label !== best) others += confidences[label]!;
  for (let label = 0; label < scores.length; label++) {
    if (label === best) confidences[label] = confidence;
    else if (others <= 0) confidences[label] = 0;
    else confidences[label] = Math.min((confidences[label]! / others) * (1 - confidence), confidence);
  }
}

function judge({ scores, truth }: UnseenRow): Judgement {
  const { best, score, lead } = leadersOf(scores);
  return { label: best, score, lead, right: best === truth };
}

/** The best label, its score, and its lead over the second (0 without one). */
export interface Leaders {
  readonly best: number;
  readonly score: number;
  readonly lead: number;
}

/** The lower number wins a tie. */
export function leadersOf(scores: Float32Array | Float64Array): Leaders {
  let best = 0;
  let second = scores.length > 1 ? 1 : 0;
  if (scores[second]! > scores[best]!) [best, second] = [second, best];
  for (let label = 2; label < scores.length; label++) {
    if (scores[label]! > scores[best]!) {
      second = best;
      best = label;
    } else if (scores[label]! > scores[second]!) second = label;
  }
  return { best, score: scores[best]!, lead: Math.min(scores[best]! - scores[second]!, MOST_LEAD) };
}
