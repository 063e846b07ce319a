import { z } from "zod";
import { idUpTo, instant, optional, probability, textBetween } from "./fields.ts";
import { criterionNameSchema } from "./qa-rubric.ts";

const ratings = z
  .record(criterionNameSchema, probability.nullable())
  .refine((given) => Object.keys(given).length > 0, "must rate at least one dimension");

/** A correction says that the machine was wrong; a calibration rates a conversation that was drawn without seeing its score. */
const purposeSchema = z.enum(["correction", "calibration"]);

export const overrideRequestSchema = z.object({
  /** 0..1 by dimension; `null`: does not apply. What is left out stays as the machine had it. */
  dimensions: ratings,
  reason: textBetween(1, 2000),
  purpose: purposeSchema.default("correction"),
  /** Who rates, where one key serves several people. */
  actor: optional(idUpTo(128)),
});
export type OverrideRequest = z.output<typeof overrideRequestSchema>;

export const humanRatingSchema = z.object({
  score: probability,
  /** What the human rated, `null` where it does not apply. */
  dimensions: z.record(z.string(), probability.nullable()),
  reason: z.string(),
  purpose: purposeSchema,
  by: z.string(),
  at: instant,
});
export type HumanRating = z.output<typeof humanRatingSchema>;

export const disputeRequestSchema = z.object({
  reason: textBetween(1, 2000),
  /** What the dispute is about; empty: everything. */
  dimensions: z.array(criterionNameSchema).max(20).default([]),
  actor: optional(idUpTo(128)),
});
export type DisputeRequest = z.output<typeof disputeRequestSchema>;

const outcomeSchema = z.enum(["upheld", "corrected"]);

/** The second reviewer's word. */
export const disputeOutcomeRequestSchema = z
  .object({
    outcome: outcomeSchema,
    reason: textBetween(1, 2000),
    /** The corrected ratings; given with `corrected`, and only then. */
    dimensions: optional(ratings),
    actor: optional(idUpTo(128)),
  })
  .refine(({ outcome, dimensions }) => (outcome === "corrected") === (dimensions !== undefined), {
    path: ["dimensions"],
    message: "must be given with the outcome corrected, and only then",
  });
export type DisputeOutcomeRequest = z.output<typeof disputeOutcomeRequestSchema>;

export const disputeSchema = z.object({
  state: z.enum(["open", ...outcomeSchema.options]),
  reason: z.string(),
  dimensions: z.array(z.string()),
  by: z.string(),
  at: instant,
  outcome: z.object({ reason: z.string(), by: z.string(), at: instant }).nullable(),
});
export type Dispute = z.output<typeof disputeSchema>;
