import type { Verdict } from "./judge.ts";
import type { CriterionRating } from "./rating.ts";

const mostNotes = 5;
/** Share of the overall score below which a weakness is not worth a note. */
const leastLoss = 0.02;
/** From this score on a criterion needs no coaching. */
const goodEnough = 0.95;

/**
 * At most five things to do better: the model's where its rating holds, then advice on what was measured, by how much of the overall
 * score it costs.
 */
export function writeCoachingNotes(ratings: readonly CriterionRating[], verdict: Verdict | null): string[] {
  const scored = ratings.filter(({ score }) => score !== null && score < goodEnough);
  const fromModel = (verdict?.coachingNotes ?? [])
    .filter(({ criterion }) => scored.some((rating) => rating.from === "llm" && rating.criterion.name === criterion))
    .map(({ note }) => note);
  const measured = scored
    .flatMap((rating) => lossesOf(rating))
    .filter(({ loss }) => loss >= leastLoss)
    .sort((a, b) => b.loss - a.loss)
    .map(({ advice }) => advice);
  return [...new Set([...fromModel, ...measured])].slice(0, mostNotes);
}

function lossesOf({ criterion, measured, from }: CriterionRating): { advice: string; loss: number }[] {
  if (measured === null || from !== "rules") return [];
  const weights = measured.signals.reduce((sum, { weight }) => sum + weight, 0);
  return measured.signals.flatMap(({ advice, value, weight }) =>
    advice === null ? [] : [{ advice, loss: (criterion.weight * weight * (1 - value)) / weights }],
  );
}
