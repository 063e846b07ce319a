import { createBackfill } from "./backfill.ts";
import { createCalibration } from "./calibration.ts";
import { createEvaluate } from "./evaluate.ts";
import { createReviews } from "./reviews.ts";
import { createRubrics } from "./rubrics.ts";
import { createScorecards } from "./scorecards.ts";
import type { QaSurroundings } from "./surroundings.ts";

/** The QA service: one method per endpoint, and the backfill. */
export function createQa(surroundings: QaSurroundings) {
  const evaluate = createEvaluate(surroundings);
  const { report, sample } = createCalibration(surroundings);
  return {
    evaluate,
    ...createRubrics(surroundings),
    ...createReviews(surroundings),
    scorecards: createScorecards(surroundings),
    calibrationReport: report,
    calibrationSample: sample,
    backfill: createBackfill(surroundings, evaluate),
  };
}

export type QaService = ReturnType<typeof createQa>;
