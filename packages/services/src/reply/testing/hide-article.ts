import type { Passages } from "../../knowledge-base/passages.ts";

/** The same knowledge base as if an article had never been written. */
export function hideArticle(passages: Passages, title: string): Passages {
  return {
    async find(query, options) {
      const hits = await passages.find(query, { ...options, topK: options.topK + 5 });
      return hits.filter((hit) => hit.title !== title).slice(0, options.topK);
    },
  };
}
