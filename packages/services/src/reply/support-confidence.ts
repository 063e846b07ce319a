import { round } from "@otai/service-api/fields";
import type { Source } from "./source.ts";

const closeness = 0.3;

/** Share of supported sentences × how well, and how clearly before the next, the best source fits the question. */
export function supportConfidence(supported: number, removed: number, sources: readonly Source[]): number {
  const [best, second] = sources;
  if (best === undefined || supported === 0) return 0;
  const top = Math.min(Math.max(best.score, 0), 1);
  const lead = top === 0 ? 0 : 1 - Math.min(Math.max(second?.score ?? 0, 0), top) / top;
  const margin = (1 - closeness) * top + closeness * lead * top;
  return round((supported / (supported + removed)) * margin, 4);
}
