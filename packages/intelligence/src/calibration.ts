import { fitReliability, type Judgement, type Reliability, reliabilityOf } from "./reliability.ts";
import { fitTemperature, softmax, type UnseenRow } from "./softmax.ts";

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

/** Confidences of all labels, at most 1 together and highest for the best, whose number is returned. */
export function calibrate(calibration: Calibration, scores: Float64Array, confidences: Float64Array): number {
  if (scores.length === 1) {
    confidences[0] = 1;
    return 0;
  }
  softmax(scores, calibration.temperature, confidences);
  const { best, second } = leaders(scores);
  const confidence = reliabilityOf(calibration.reliability, best, scores[best]!, scores[best]! - scores[second]!);
  const others = 1 - confidences[best]!;
  for (let label = 0; label < scores.length; label++) {
    if (label === best) confidences[label] = confidence;
    else if (others <= 0) confidences[label] = 0;
    else confidences[label] = Math.min((confidences[label]! / others) * (1 - confidence), confidence);
  }
  return best;
}

function judge({ scores, truth }: UnseenRow): Judgement {
  const { best, second } = leaders(scores);
  return { label: best, score: scores[best]!, lead: scores[best]! - scores[second]!, right: best === truth };
}

/** The two highest scores; the lower number wins a tie. */
function leaders(scores: Float32Array | Float64Array): { best: number; second: number } {
  let best = 0;
  let second = scores.length > 1 ? 1 : 0;
  if (scores[second]! > scores[best]!) [best, second] = [second, best];
  for (let label = 2; label < scores.length; label++) {
    if (scores[label]! > scores[best]!) {
      second = best;
      best = label;
    } else if (scores[label]! > scores[second]!) second = label;
  }
  return { best, second };
}
