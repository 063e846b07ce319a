import { z } from "zod";
import { optional, probability } from "./fields.ts";
import { sourceSchema } from "./knowledge-base-article.ts";

export const staleReasonSchema = z.enum([
  "age",
  "links_broken",
  "mentions_deprecated",
  "contradicts",
  "low_feedback",
  "never_used",
]);
export type StaleReason = z.output<typeof staleReasonSchema>;

/** `GET /stale`. */
export const staleQuerySchema = z.object({ days: z.coerce.number().int().min(1).max(3_650).default(90) });
export type StaleQuery = z.output<typeof staleQuerySchema>;

export const staleAnswerSchema = z.object({
  stale: z.array(
    z.object({
      article_id: z.string(),
      title: z.string(),
      updated_at: z.string(),
      age_days: z.number().int(),
      reasons: z.array(staleReasonSchema),
    }),
  ),
  threshold_days: z.number().int(),
});
export type StaleAnswer = z.output<typeof staleAnswerSchema>;

/** `POST /articles/audit`. */
export const auditRequestSchema = z.object({
  source: optional(sourceSchema).transform((source) => source ?? null),
});
export type AuditRequest = z.output<typeof auditRequestSchema>;

const namedArticle = z.object({ article_id: z.string(), title: z.string() });

export const auditAnswerSchema = z.object({
  articles: z.number().int(),
  duplicates: z.array(
    z.object({ articles: z.array(namedArticle), similarity: probability, sentences: z.array(z.string()) }),
  ),
  conflicts: z.array(
    z.object({
      /** One sentence of each article, which say different numbers about the same. */
      statements: z.array(namedArticle.extend({ sentence: z.string(), number: z.string() })),
      similarity: probability,
    }),
  ),
  thin: z.array(namedArticle.extend({ words: z.number().int(), sentences: z.array(z.string()) })),
  stale: z.array(namedArticle.extend({ age_days: z.number().int(), sentences: z.array(z.string()) })),
});
export type AuditAnswer = z.output<typeof auditAnswerSchema>;
