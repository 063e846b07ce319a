import { crossFittedConfidence } from "./calibration.ts";
import type { UnseenRow } from "./softmax.ts";
import type { Evidence } from "./threshold.ts";

/** The predictions for rows that the predicting model had not seen, most confident first. */
export function gatherEvidence(rows: readonly UnseenRow[], labels: number): Evidence {
  const predictions = crossFittedConfidence(rows, labels);
  const order = [...rows.keys()].sort((a, b) => predictions[b]!.confidence - predictions[a]!.confidence || a - b);
  return {
    confidence: Float32Array.from(order, (at) => predictions[at]!.confidence),
    predicted: Uint16Array.from(order, (at) => predictions[at]!.best),
    correct: Uint8Array.from(order, (at) => (predictions[at]!.best === rows[at]!.truth ? 1 : 0)),
  };
}
