import type { Model } from "@otai/intelligence/model";
import { type SentimentLabel, sentimentLabelSchema } from "@otai/service-api/enums";

/** What the service calls its own target; a field of another name is a tone by its labels. */
export const sentimentTarget = "sentiment";

/** `Positive` in a history is `positive`; `null` for what is no tone. */
export function toneLabel(label: string): SentimentLabel | null {
  const known = sentimentLabelSchema.safeParse(label.trim().toLowerCase());
  return known.success ? known.data : null;
}

/** Are these the labels of a tone: two or three of positive, neutral and negative? */
export function isTone(labels: readonly string[]): boolean {
  const tones = new Set(labels.map(toneLabel));
  return tones.size >= 2 && !tones.has(null);
}

/** The target of a model that is a tone, that of our own name before others; `null` without one. */
export function toneTargetOf(model: Model): string | null {
  const tones = model.targets.filter((target) => isTone(model.labels(target)));
  return tones.find((target) => target === sentimentTarget) ?? tones[0] ?? null;
}
