import type { Model } from "@otai/intelligence/model";

/** Above it a confidence is no probability, and nothing may be automated by it (U15); long tails get a little more. */
const worstCalibration = { usual: 0.05, manyLabels: 0.08 };
const manyLabels = 50;

/** Were the model's confidences right as often as they said, on history that it had not seen? */
export function hasTrustedConfidence(model: Model, target: string): boolean {
  const limit = model.labels(target).length >= manyLabels ? worstCalibration.manyLabels : worstCalibration.usual;
  return model.quality(target).calibrationError <= limit;
}
