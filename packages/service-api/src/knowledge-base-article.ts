import { z } from "zod";
import { visibilitySchema } from "./enums.ts";
import { instant, languageTag, optional, optionalIdUpTo, textBetween } from "./fields.ts";

export const contentTypeSchema = z.enum(["text", "html", "markdown"]);
export type ContentType = z.output<typeof contentTypeSchema>;

export const articleStatusSchema = z.enum(["published", "draft", "archived"]);
export type ArticleStatus = z.output<typeof articleStatusSchema>;

const tagsSchema = optional(z.array(textBetween(1, 100)).max(100, "must have at most 100 tags")).transform(
  (tags) => tags ?? [],
);

/** Also the form in which a search is restricted to one source. */
export const sourceSchema = textBetween(1, 64);

/** Only addresses that may stand in a draft. */
const urlSchema = z
  .string()
  .trim()
  .max(2_000)
  .refine((url) => /^https?:\/\/[^\s"'<>]+$/i.test(url) && URL.canParse(url), "must be an http or https address");

/** `POST /articles`. */
export const articleRequestSchema = z.object({
  title: textBetween(1, 500),
  content: textBetween(1, 200_000),
  /** Seen in the content when it is not said. */
  content_type: optional(contentTypeSchema),
  tags: tagsSchema,
  source: optional(sourceSchema).transform((source) => source ?? "api"),
  /** With `source` the identity of the article; without it the title is. */
  external_id: optionalIdUpTo(128),
  url: optional(urlSchema).transform((url) => url ?? null),
  language: optional(languageTag).transform((language) => language ?? null),
  visibility: optional(visibilitySchema).transform((visibility) => visibility ?? "public"),
  status: optional(articleStatusSchema).transform((status) => status ?? "published"),
  updated_at: optional(instant).transform((at) => at ?? null),
  category_path: optional(z.array(textBetween(1, 200)).max(20)).transform((path) => path ?? []),
  sync_run_id: optionalIdUpTo(128),
});
export type ArticleRequest = z.output<typeof articleRequestSchema>;

/** `stale_input`: older than what is kept, and ignored. */
export const upsertStatusSchema = z.enum(["created", "updated", "unchanged", "stale_input"]);
export type UpsertStatus = z.output<typeof upsertStatusSchema>;

export const articleReceiptSchema = z.object({
  id: z.string(),
  status: upsertStatusSchema,
  version: z.number().int().min(1),
  content_hash: z.string(),
  source: z.string(),
  external_id: z.string().nullable(),
  chunks: z.number().int().min(0),
  warnings: z.array(z.string()),
});
export type ArticleReceipt = z.output<typeof articleReceiptSchema>;

/** `POST /articles/batch`: entries are checked one by one, so that one bad article does not refuse the others. */
export const articleBatchRequestSchema = z.object({
  articles: z.array(z.unknown()).min(1, "must not be empty").max(200, "must have at most 200 articles"),
});

export const articleBatchAnswerSchema = z.object({
  /** In the order of the request. */
  results: z.array(
    z.union([
      articleReceiptSchema,
      z.object({
        status: z.literal("error"),
        error_code: z.string(),
        detail: z.string(),
        errors: z.array(z.object({ field: z.string(), message: z.string() })),
      }),
    ]),
  ),
});
export type ArticleBatchAnswer = z.output<typeof articleBatchAnswerSchema>;

const articleSummary = {
  id: z.string(),
  title: z.string(),
  source: z.string(),
  external_id: z.string().nullable(),
  url: z.string().nullable(),
  language: z.string().nullable(),
  visibility: visibilitySchema,
  status: articleStatusSchema,
  tags: z.array(z.string()),
  category_path: z.array(z.string()),
  version: z.number().int(),
  content_hash: z.string(),
  updated_at: z.string(),
};

export const articleListSchema = z.object({
  items: z.array(z.object(articleSummary)),
  next_cursor: z.string().nullable(),
});
export type ArticleList = z.output<typeof articleListSchema>;

export const articleListQuerySchema = z.object({
  source: sourceSchema.optional(),
  status: articleStatusSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
});
export type ArticleListQuery = z.output<typeof articleListQuerySchema>;

export const articleAnswerSchema = z.object({
  ...articleSummary,
  /** The text that is searched and quoted. */
  text: z.string(),
  /** Where its links lead to; never followed. */
  links: z.array(z.string()),
  chunks: z.array(z.object({ id: z.string(), start: z.number().int(), end: z.number().int() })),
});
export type ArticleAnswer = z.output<typeof articleAnswerSchema>;

export const articleVersionsSchema = z.object({
  /** Newest first, at most 20. */
  versions: z.array(
    z.object({
      version: z.number().int(),
      content_hash: z.string(),
      at: z.string(),
      by: z.string(),
      title: z.string(),
      status: articleStatusSchema,
      visibility: visibilitySchema,
    }),
  ),
});
export type ArticleVersions = z.output<typeof articleVersionsSchema>;

export const articleRemovalSchema = z.object({ id: z.string(), status: z.literal("deleted") });
