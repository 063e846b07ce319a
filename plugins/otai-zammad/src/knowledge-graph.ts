import { z } from "zod";
import { id } from "./schema.ts";

const instant = z.iso
  .datetime({ offset: true })
  .transform((iso) => Date.parse(iso))
  .nullish();
const text = z.string().nullish().catch(null);
const table = <Schema extends z.ZodType>(row: Schema) => z.record(z.string(), row).nullish();

const knowledgeBase = z.object({ id });
const locale = z.object({ id, system_locale_id: id.nullish(), primary: z.boolean().nullish() });
const category = z.object({ id, knowledge_base_id: id.nullish(), parent_id: id.nullish() });
const categoryTranslation = z.object({ id, title: text, kb_locale_id: id.nullish(), category_id: id });
const answer = z.object({
  id,
  category_id: id.nullish(),
  published_at: instant,
  internal_at: instant,
  archived_at: instant,
  updated_at: instant,
  tags: z.array(z.string()).nullish(),
});
const answerTranslation = z.object({
  id,
  title: text,
  kb_locale_id: id.nullish(),
  answer_id: id,
  content_id: id.nullish(),
  updated_at: instant,
});

/** The part of the graph that we read; class names have lost their colons. */
const assets = z.object({
  KnowledgeBase: table(knowledgeBase),
  KnowledgeBaseLocale: table(locale),
  KnowledgeBaseCategory: table(category),
  KnowledgeBaseCategoryTranslation: table(categoryTranslation),
  KnowledgeBaseAnswer: table(answer),
  KnowledgeBaseAnswerTranslation: table(answerTranslation),
  KnowledgeBaseAnswerTranslationContent: table(z.object({ id, body: text })),
  /** Codes such as `en-us`, where the answer brings them along. */
  Locale: table(z.object({ id, locale: text })),
});
export type KnowledgeGraph = z.output<typeof assets>;

/** The graph stands at the top of the whole answer, and under `assets` of a single one. */
export const knowledgeAnswer = z
  .union([z.object({ assets }).transform((body) => body.assets), assets])
  .refine((graph) => Object.keys(graph).length > 0, "holds no part of a knowledge base");

export type RawAnswer = z.output<typeof answer>;
export type RawTranslation = z.output<typeof answerTranslation>;
