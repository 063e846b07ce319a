/** How much the lead over the second label and the nearest past ticket count beside the highest score; chosen on unseen intents. */
const LEAD_WEIGHT = 0.5;
const SIMILARITY_WEIGHT = 0.75;
/** This share of ordinary tickets is taken for novel. */
const FALSE_ALARMS = 0.05;

/** How unlike everything known a ticket is; a high score, a clear lead and a similar past ticket speak against it. */
export function novelty(highestScore: number, lead: number, similarity: number): number {
  return -(highestScore + LEAD_WEIGHT * lead + SIMILARITY_WEIGHT * similarity);
}

/** The limit that all but a few of the unseen tickets of the history stayed under; none without history. */
export function novelAbove(novelties: readonly number[]): number {
  if (novelties.length === 0) return Number.POSITIVE_INFINITY;
  const sorted = Float64Array.from(novelties).sort();
  return sorted[Math.min(Math.ceil(sorted.length * (1 - FALSE_ALARMS)), sorted.length - 1)]!;
}
