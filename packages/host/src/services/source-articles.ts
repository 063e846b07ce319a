import type { Article } from "@otai/plugin-api/article";
import type { SourceArticle } from "@otai/services/knowledge-base/sync-articles";

/** Bounds of the service's contract. */
const longest = { title: 500, content: 200_000, tag: 100, path: 200 };
const most = { tags: 100, path: 20 };

/** Articles as a ticket system's plugin lists them, in the words of the Knowledge base service. */
export async function* sourceArticles(articles: AsyncIterable<Article>): AsyncIterable<SourceArticle> {
  for await (const article of articles) {
    const { title, html, text, tags, url, language, visibility, updatedAt, categoryPath } = article;
    // HTML keeps headings and lists apart, by which an article is cut into passages.
    const asHtml = html.trim() !== "" && html.length <= longest.content;
    yield {
      external_id: article.externalId,
      title: title.trim().slice(0, longest.title) || `Article ${article.externalId}`,
      content: (asHtml ? html : text).slice(0, longest.content),
      content_type: asHtml ? "html" : "text",
      tags: tags.slice(0, most.tags).map((tag) => tag.slice(0, longest.tag)),
      url,
      language,
      visibility,
      updated_at: new Date(updatedAt).toISOString(),
      category_path: categoryPath.slice(0, most.path).map((name) => name.slice(0, longest.path)),
    };
  }
}
