import { round } from "@otai/service-api/fields";

export interface Weighted {
  readonly name: string;
  readonly weight: number;
  readonly critical: boolean;
}

/** A critical criterion below this fails the whole conversation. */
const criticalBelow = 0.5;

/**
 * The weighted mean of the criteria that have a score (0..1), 4 decimals; 0 when a critical one failed.
 * @returns `null` when no criterion has a score.
 */
export function overallScore(criteria: readonly Weighted[], scores: Readonly<Record<string, number>>): number | null {
  const applicable = criteria.filter(({ name }) => Object.hasOwn(scores, name));
  if (applicable.length === 0) return null;
  if (failures(criteria, scores).length > 0) return 0;
  const weights = applicable.reduce((sum, { weight }) => sum + weight, 0);
  return round(applicable.reduce((sum, { name, weight }) => sum + weight * scores[name]!, 0) / weights, 4);
}

/** Critical criteria that failed. */
export function failures(criteria: readonly Weighted[], scores: Readonly<Record<string, number>>): string[] {
  return criteria
    .filter(({ name, critical }) => critical && Object.hasOwn(scores, name) && scores[name]! < criticalBelow)
    .map(({ name }) => name);
}
