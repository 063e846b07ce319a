import type { Article } from "@otai/plugin-api/article";
import { htmlToText } from "@otai/text/html";
import type { RawArticle } from "./schema.ts";

/**
 * @param language the one that was asked for; `null` for the default, whose article keeps the plain id
 * @param categoryPath outermost first
 */
export function mapArticle(raw: RawArticle, language: string | null, categoryPath: readonly string[]): Article {
  return {
    externalId: language === null ? raw.id : `${raw.id}:${language.toLowerCase()}`,
    title: raw.title,
    html: raw.body,
    text: htmlToText(raw.body),
    tags: raw.label_names,
    url: raw.html_url,
    language: raw.locale ?? language,
    // A segment may be all signed-in users or three partners: which, this call does not tell (ZD-18).
    visibility: raw.user_segment_id === null ? "public" : "restricted",
    updatedAt: Date.parse(raw.updated_at),
    categoryPath,
  };
}
