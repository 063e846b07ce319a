import { z } from "zod";
import { engineBlock } from "./engine-block.ts";
import { optional, optionalIdUpTo, probability, textBetween } from "./fields.ts";
import { removalReasons } from "./reply-draft.ts";

export const gapStatusSchema = z.enum(["open", "drafting", "resolved", "dismissed"]);
export type GapStatus = z.output<typeof gapStatusSchema>;

const wholeNumber = (low: number, high: number, otherwise: number) =>
  z.coerce.number().int().min(low).max(high).default(otherwise);

/** `GET /gaps`. */
export const gapsQuerySchema = z.object({
  days: wholeNumber(1, 365, 30),
  min_queries: wholeNumber(1, 1_000, 2),
  limit: wholeNumber(1, 500, 50),
  /** What is being worked on unless asked otherwise. */
  status: z.enum([...gapStatusSchema.options, "active", "all"]).default("active"),
});
export type GapsQuery = z.output<typeof gapsQuerySchema>;

export const gapSchema = z.object({
  id: z.string(),
  topic: z.string(),
  query_count: z.number().int(),
  /** Tickets, or people where there is no ticket. */
  unique_tickets: z.number().int(),
  /** At most 5, personal data replaced. */
  sample_queries: z.array(z.string()),
  suggested_title: z.string(),
  nearest_article: z.object({ article_id: z.string(), title: z.string(), score: probability }).nullable(),
  impact: z.number().int(),
  trend: z.enum(["rising", "stable", "falling"]),
  languages: z.array(z.string()),
  first_seen: z.string(),
  last_seen: z.string(),
  status: gapStatusSchema,
  reason: z.string().nullable(),
  /** Misses before and after the gap was resolved; `null` while it is not. */
  effect: z
    .object({
      since: z.string(),
      per_day_before: z.number(),
      per_day_after: z.number(),
      before_per_week: z.number(),
      after_per_week: z.number(),
    })
    .nullable(),
});
export type Gap = z.output<typeof gapSchema>;

export const gapsAnswerSchema = z.object({
  gaps: z.array(gapSchema),
  /** There is an article, and still people do not find their answer in it. */
  weak_articles: z.array(gapSchema),
  window_days: z.number().int(),
  total_queries: z.number().int(),
  unanswered: z.number().int(),
  coverage: probability,
});
export type GapsAnswer = z.output<typeof gapsAnswerSchema>;

/** `POST /gaps/{id}`. */
export const gapChangeRequestSchema = z
  .object({
    status: gapStatusSchema,
    reason: optional(textBetween(1, 500)).transform((reason) => reason ?? null),
    article_id: optionalIdUpTo(128),
  })
  .refine(({ status, reason }) => status !== "dismissed" || reason !== null, {
    path: ["reason"],
    message: "say why the gap is dismissed",
  });
export type GapChangeRequest = z.output<typeof gapChangeRequestSchema>;

export const gapChangeAnswerSchema = z.object({
  id: z.string(),
  status: gapStatusSchema,
  reason: z.string().nullable(),
  article_id: z.string().nullable(),
  updated_at: z.string(),
});
export type GapChangeAnswer = z.output<typeof gapChangeAnswerSchema>;

/** `POST /gaps/{id}/draft`: an article that waits for a person, made of what agents answered to those who asked. */
export const gapDraftAnswerSchema = z.object({
  gap_id: z.string(),
  status: z.literal("drafting"),
  article_id: z.string(),
  version: z.number().int(),
  title: z.string(),
  text: z.string(),
  /** What each statement rests on, in the order of the text. */
  citations: z.array(z.object({ connection: z.string(), ticket_id: z.string(), quote: z.string() })),
  /** Sentences of the answers that must not stand in an article, and why. */
  removed: z.array(z.object({ text: z.string(), reason: z.enum(removalReasons) })),
  ...engineBlock,
});
export type GapDraftAnswer = z.output<typeof gapDraftAnswerSchema>;
