import type { SentimentLabel } from "@otai/service-api/enums";

const line = 0.3;

/** Of the rounded score, whichever engine gave it: label and score never disagree. */
export function labelOf(score: number): SentimentLabel {
  return score >= line ? "positive" : score <= -line ? "negative" : "neutral";
}
