import type { Library } from "./library.ts";
import { sameLanguage } from "./visibility.ts";

/** Half of what is asked for, rare words counting more. */
const DEFAULT_CUT = 0.5;
const HIGHEST_CUT = 0.8;
/** With fewer articles in a language the default holds. */
const LEAST_ARTICLES = 20;
const SAMPLE = 60;
const QUANTILE = 0.5;

/**
 * From which score an article is taken for an answer, in one language (`null`: any). Measured on the articles themselves: what the best
 * *other* article scores for an article's title is how an unanswered question looks here. 0.5 … 0.8; deterministic.
 */
export function measureCut(library: Library, language: string | null): number {
  const articles = library.list().filter(({ article }) => sameLanguage(language, article.language));
  if (articles.length < LEAST_ARTICLES) return DEFAULT_CUT;
  const step = Math.max(1, articles.length / SAMPLE);
  const scores: number[] = [];
  for (let at = 0; at < articles.length; at += step) {
    const { article } = articles[Math.floor(at)]!;
    // The same article from another source is no other article.
    const [best] = library.search(
      article.title,
      (other) => other.titleKey !== article.titleKey && sameLanguage(language, other.language),
    );
    scores.push(best?.score ?? 0);
  }
  scores.sort((a, b) => a - b);
  const cut = scores[Math.floor(scores.length * QUANTILE)]!;
  return Math.round(Math.min(HIGHEST_CUT, Math.max(DEFAULT_CUT, cut)) * 100) / 100;
}
