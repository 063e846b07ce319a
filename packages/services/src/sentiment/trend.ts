import { round } from "@otai/service-api/fields";
import type { Trend } from "@otai/service-api/sentiment";

export const trendPoints = 10;
export const trendMs = 90 * 24 * 3_600_000;
const before = 5;
const newest = 3;
const noise = 0.1;

/**
 * Do the newest messages sound better than those before them? `scores` in order of time, oldest first; the last ten count. Fewer than
 * two say nothing.
 */
export function trendOf(scores: readonly number[]): Trend {
  const last = scores.slice(-trendPoints);
  const k = Math.min(newest, Math.floor(last.length / 2));
  if (k === 0) return "stable";
  const difference = round(mean(last.slice(-k)) - mean(last.slice(-k - before, -k)), 4);
  return difference > noise ? "improving" : difference < -noise ? "declining" : "stable";
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
