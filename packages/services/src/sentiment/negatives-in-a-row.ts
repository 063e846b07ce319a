import type { SentimentScore } from "../ports/sentiment.ts";

/** Of the newest messages, how many were negative one after the other. */
export function negativesInARow(newestFirst: readonly Pick<SentimentScore, "label">[]): number {
  const end = newestFirst.findIndex(({ label }) => label !== "negative");
  return end < 0 ? newestFirst.length : end;
}
