import type { Article } from "@otai/plugin-api/article";
import type { Instant } from "@otai/plugin-api/ticket";
import { htmlToText } from "@otai/text/html";
import type { KnowledgeGraph, RawAnswer, RawTranslation } from "./knowledge-graph.ts";

/**
 * `null` for what nobody may quote: a draft (no date is reached) and what was archived (ZM-16). Dates may lie ahead: articles are
 * published and archived by plan.
 */
export function visibilityOf(answer: RawAnswer, now: Instant): Article["visibility"] | null {
  const reached = (date: Instant | null | undefined) => date != null && date <= now;
  if (reached(answer.archived_at)) return null;
  if (reached(answer.published_at)) return "public";
  return reached(answer.internal_at) ? "internal" : null;
}

export interface ArticlePlace {
  readonly graph: KnowledgeGraph;
  readonly portalUrl: string;
  readonly visibility: Article["visibility"];
}

/** One translation of an answer. */
export function mapKnowledgeArticle(
  answer: RawAnswer,
  translation: RawTranslation,
  html: string,
  { graph, portalUrl, visibility }: ArticlePlace,
): Article {
  const localeId = translation.kb_locale_id;
  const locale = localeId == null ? undefined : graph.KnowledgeBaseLocale?.[localeId];
  const code = locale?.system_locale_id == null ? null : (graph.Locale?.[locale.system_locale_id]?.locale ?? null);
  const isPublicPage = visibility === "public" && code !== null && answer.category_id != null;
  return {
    externalId: locale?.primary === true || localeId == null ? answer.id : `${answer.id}:${localeId}`,
    title: translation.title ?? "",
    html,
    text: htmlToText(html),
    tags: answer.tags ?? [],
    url: isPublicPage ? `${portalUrl}/help/${code}/${answer.category_id}/${answer.id}` : null,
    language: code,
    visibility,
    updatedAt: Math.max(answer.updated_at ?? 0, translation.updated_at ?? 0),
    categoryPath: categoryPath(graph, answer.category_id, localeId),
  };
}

/** From the top down, in the article's language where the category has a title in it. */
function categoryPath(
  graph: KnowledgeGraph,
  from: string | null | undefined,
  localeId: string | null | undefined,
): string[] {
  const titles = Object.values(graph.KnowledgeBaseCategoryTranslation ?? {});
  const path: string[] = [];
  const walked = new Set<string>();
  for (let id = from; id != null && !walked.has(id); id = graph.KnowledgeBaseCategory?.[id]?.parent_id) {
    walked.add(id);
    const own = titles.filter(({ category_id }) => category_id === id);
    path.unshift((own.find(({ kb_locale_id }) => kb_locale_id === localeId) ?? own[0])?.title ?? id);
  }
  return path;
}
