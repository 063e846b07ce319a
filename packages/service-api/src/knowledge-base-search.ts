import { z } from "zod";
import { degradedReasonSchema } from "./engine-block.ts";
import { audienceSchema, visibilitySchema } from "./enums.ts";
import { languageTag, optional, optionalIdUpTo, probability, textBetween } from "./fields.ts";
import { sourceSchema } from "./knowledge-base-article.ts";

/** `test` is never logged. */
export const searchPurposeSchema = z.enum(["draft", "agent", "portal", "test"]);
export type SearchPurpose = z.output<typeof searchPurposeSchema>;

/** `POST /search`. */
export const searchRequestSchema = z.object({
  query: textBetween(1, 2_000),
  top_k: optional(z.number().int().min(1).max(50)).transform((count) => count ?? 5),
  /** Articles in another language are left out. */
  language: optional(languageTag).transform((language) => language ?? null),
  audience: optional(audienceSchema).transform((audience) => audience ?? "public"),
  source: optional(sourceSchema).transform((source) => source ?? null),
  /** Articles that have all of them. */
  tags: optional(z.array(textBetween(1, 100)).max(20)).transform((tags) => tags ?? []),
  min_score: optional(probability).transform((score) => score ?? 0),
  purpose: optional(searchPurposeSchema).transform((purpose) => purpose ?? "agent"),
  ticket_id: optionalIdUpTo(128),
  /** Name of the connection that the ticket is from. */
  connection: optionalIdUpTo(128),
  /** Who asks; one person who asks again within a day counts once. */
  customer_id: optionalIdUpTo(128),
});
export type SearchRequest = z.output<typeof searchRequestSchema>;

export const searchResultSchema = z.object({
  article_id: z.string(),
  external_id: z.string().nullable(),
  source: z.string(),
  title: z.string(),
  snippet: z.string(),
  score: probability,
  url: z.string().nullable(),
  language: z.string().nullable(),
  visibility: visibilitySchema,
  updated_at: z.string(),
  chunk_id: z.string(),
});
export type SearchResult = z.output<typeof searchResultSchema>;

export const searchAnswerSchema = z.object({
  results: z.array(searchResultSchema),
  total: z.number().int().min(0),
  /** The best score reaches the calibrated cut. */
  answered: z.boolean(),
  query_id: z.string(),
  miss_logged: z.boolean(),
  engine: z.enum(["keyword", "vector", "hybrid"]),
  model_version: z.string(),
  degraded: z.boolean(),
  degraded_reason: degradedReasonSchema,
  latency_ms: z.number().min(0),
});
export type SearchAnswer = z.output<typeof searchAnswerSchema>;

/** `POST /search/{query_id}/feedback`. */
export const searchFeedbackRequestSchema = z.object({
  helpful: z.boolean(),
  /** The agent says that there is no article on this. */
  no_article: optional(z.boolean()).transform((flag) => flag ?? false),
});
export type SearchFeedbackRequest = z.output<typeof searchFeedbackRequestSchema>;

export const searchFeedbackAnswerSchema = z.object({
  status: z.literal("ok"),
  query_id: z.string(),
  miss_logged: z.boolean(),
});
export type SearchFeedbackAnswer = z.output<typeof searchFeedbackAnswerSchema>;
