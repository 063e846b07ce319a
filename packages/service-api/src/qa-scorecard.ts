import { z } from "zod";
import { instant, optional, probability } from "./fields.ts";
import { rubricIdSchema } from "./qa-rubric.ts";

/** A day is the day's first instant (UTC). */
const day = z.union([instant, z.iso.date()]).transform((given) => Date.parse(given));

export const scorecardQuerySchema = z.object({
  group_by: z.enum(["team", "queue", "rubric", "agent"]).default("team"),
  /** Without it the 30 days before `to`. */
  from: optional(day),
  /** Exclusive; without it now. */
  to: optional(day),
  rubric_id: optional(rubricIdSchema),
});
export type ScorecardQuery = z.output<typeof scorecardQuerySchema>;

/** Does the machine rate a criterion like people do? `unmeasured`: too few conversations were rated by both. */
export const calibrationStateSchema = z.enum(["calibrated", "not_calibrated", "unmeasured"]);
export type CalibrationState = z.output<typeof calibrationStateSchema>;

const scorecard = z.object({
  /** The team, queue, rubric or agent; `null` collects what names none. */
  key: z.string().nullable(),
  evaluations: z.number().int().min(0),
  /** Mean over the criteria that count; `null` when none does, or for an agent without a conversation of his own. */
  overall_score: probability.nullable(),
  human_score: probability.nullable(),
  human_reviewed: z.number().int().min(0),
  critical_failures: z.number().int().min(0),
  dimensions: z.record(
    z.string(),
    z.object({
      /** `null` where the criterion is not calibrated: left out of averages. */
      score: probability.nullable(),
      evaluations: z.number().int().min(1),
      calibration: calibrationStateSchema,
    }),
  ),
});
export type Scorecard = z.output<typeof scorecard>;

export const scorecardResponseSchema = z.object({
  group_by: scorecardQuerySchema.shape.group_by.unwrap(),
  from: instant,
  to: instant,
  items: z.array(scorecard),
});
export type ScorecardResponse = z.output<typeof scorecardResponseSchema>;
