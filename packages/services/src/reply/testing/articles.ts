import type { FindOptions, Passage, Passages } from "../../knowledge-base/passages.ts";
import { contentStems } from "../terms.ts";

export interface SampleArticle {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly language?: string | null;
  readonly url?: string | null;
  readonly visibility?: "public" | "authenticated" | "internal";
}

const ranks = ["public", "authenticated", "internal"];
const answeredFrom = 0.6;

/** A small knowledge base in memory: by the share of the question's words that an article has. */
export function createArticles(articles: readonly SampleArticle[]): Passages & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async find(query: string, { audience, language, topK }: FindOptions) {
      asked.push(query);
      const wanted = [...new Set(contentStems(query))];
      return articles
        .filter(({ visibility = "public" }) => ranks.indexOf(visibility) <= ranks.indexOf(audience))
        .filter((article) => language === null || (article.language ?? "en") === language || article.language === null)
        .map((article): Passage => {
          const has = new Set(contentStems(`${article.title} ${article.text}`));
          const share = wanted.length === 0 ? 0 : wanted.filter((word) => has.has(word)).length / wanted.length;
          const score = Math.sqrt(share);
          return {
            articleId: article.id,
            version: 1,
            externalId: null,
            title: article.title,
            url: article.url ?? null,
            source: "api",
            chunkId: `${article.id}#0`,
            text: article.text,
            start: 0,
            end: article.text.length,
            score,
            answered: score >= answeredFrom,
            language: article.language ?? "en",
            updatedAt: 0,
          };
        })
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || (a.articleId < b.articleId ? -1 : 1))
        .slice(0, topK);
    },
  };
}

export const duplicateCharges: SampleArticle = {
  id: "a-77",
  title: "Duplicate charges",
  text: "Sometimes a card is charged twice for one subscription. Duplicate charges are reversed within 5 business days. If both charges are still visible after that, send us the two invoice numbers.",
  url: "https://help.example.com/4411",
};
export const exportData: SampleArticle = {
  id: "a-9",
  title: "Export your data as CSV",
  text: "How to export\nTo export your data, do this:\n1. Open Settings and choose Export.\n2. Select CSV.\n3. Press Download.\nLarge exports are prepared in the background.\n\nLimits\nAn export holds at most 50,000 rows.",
  url: "https://help.example.com/export",
};
const passwordDe: SampleArticle = {
  id: "a-12",
  title: "Passwort zurücksetzen",
  text: "Öffnen Sie die Anmeldeseite und wählen Sie „Passwort vergessen“. Sie erhalten eine E-Mail mit einem Link. Der Link gilt 24 Stunden.",
  language: "de",
  url: "https://help.example.com/de/passwort",
};
const orderDuDe: SampleArticle = {
  id: "a-13",
  title: "Bestellung stornieren",
  text: "Du kannst deine Bestellung in deinem Konto stornieren, solange sie noch nicht versandt wurde. Öffne dazu „Meine Bestellungen“.",
  language: "de",
};
export const sampleArticles = [duplicateCharges, exportData, passwordDe, orderDuDe];
