import { KNOWLEDGE_BASE, KNOWLEDGE_FOLDERS, type Readers } from "@otai/sandbox/desk/knowledge-base";
import type { articleRequestSchema } from "@otai/service-api/knowledge-base-article";
import type { z } from "zod";

type ArticleInput = z.input<typeof articleRequestSchema>;

const visibilities: Readonly<Record<Readers, NonNullable<ArticleInput["visibility"]>>> = {
  everybody: "public",
  "signed-in": "authenticated",
  agents: "internal",
  "selected-companies": "internal",
};

/** The published help pages of the simulated mail-order house, taken over from each of the sources. */
export function brambelwerkArticles(sources: readonly string[]): ArticleInput[] {
  const published = KNOWLEDGE_BASE.filter(({ draft }) => !draft);
  return sources.flatMap((source) =>
    published.flatMap(({ id, folderId, tags, text, translations }) => {
      const { readers } = KNOWLEDGE_FOLDERS.find((folder) => folder.id === folderId)!;
      return Object.entries({ en: text, ...translations }).map(([language, { title, html }]) => ({
        source,
        external_id: `${id}-${language}`,
        title,
        content: html,
        content_type: "html" as const,
        tags: [...tags],
        language,
        visibility: visibilities[readers],
      }));
    }),
  );
}

/** What the article is called in any language. */
export function brambelwerkTitles(englishTitle: string): string[] {
  const { text, translations } = KNOWLEDGE_BASE.find((article) => article.text.title === englishTitle)!;
  return [text, ...Object.values(translations)].map(({ title }) => title);
}
