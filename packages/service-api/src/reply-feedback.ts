import { z } from "zod";
import { idUpTo, instant, optional, optionalIdUpTo, probability, textBetween } from "./fields.ts";

export const feedbackReasons = [
  "wrong_fact",
  "wrong_tone",
  "wrong_language",
  "incomplete",
  "not_needed",
  "other",
] as const;
export type FeedbackReason = (typeof feedbackReasons)[number];

export const feedbackOutcomes = ["accepted", "edited", "rejected"] as const;
export type FeedbackOutcome = (typeof feedbackOutcomes)[number];

export const feedbackRequestSchema = z.object({
  draft_id: idUpTo(128),
  accepted: z.boolean(),
  /** What was sent instead; absent when nothing was changed. */
  edited_text: optional(textBetween(0, 20_000)).transform((text) => text || null),
  reason: optional(z.enum(feedbackReasons)).transform((reason) => reason ?? null),
  actor: optionalIdUpTo(128),
});
export type FeedbackRequest = z.output<typeof feedbackRequestSchema>;

export const feedbackResponseSchema = z.object({
  status: z.literal("ok"),
  draft_id: z.string(),
  outcome: z.enum(feedbackOutcomes),
  /** Levenshtein distance on words over the longer text's words, 0..1. */
  edit_distance: probability,
  recorded_at: instant,
});
export type FeedbackResponse = z.output<typeof feedbackResponseSchema>;

export const acceptanceRequestSchema = z.object({
  days: optional(z.coerce.number().int().min(1).max(365)).transform((days) => days ?? 30),
});
export type AcceptanceRequest = z.output<typeof acceptanceRequestSchema>;

const count = z.number().int().min(0);

/** How drafts were received, by queue, language and style; most drafts first. */
export const acceptanceResponseSchema = z.object({
  window_days: z.number().int(),
  items: z.array(
    z.object({
      queue: z.string().nullable(),
      language: z.string().nullable(),
      style: z.string(),
      drafts: count,
      refused: count,
      accepted: count,
      edited: count,
      rejected: count,
      /** Accepted and edited over all with feedback; `null` without any. */
      acceptance_rate: probability.nullable(),
    }),
  ),
});
export type AcceptanceResponse = z.output<typeof acceptanceResponseSchema>;
