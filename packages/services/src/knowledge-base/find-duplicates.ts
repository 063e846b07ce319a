import { similaritiesOf, vectorsOf } from "@otai/intelligence/search/short-texts";
import { splitSentences } from "../reply/sentences.ts";
import type { Shelved } from "./library.ts";
import { sameLanguage } from "./visibility.ts";

export interface Duplicate {
  readonly articles: readonly [Shelved, Shelved];
  readonly similarity: number;
  /** Said by both, at most 5. */
  readonly sentences: readonly string[];
}

const ALIKE = 0.85;
const MOST_SENTENCES = 5;
/** The beginning tells two articles apart. */
const COMPARED = 4_000;
/** Compared with each other at a time; memory grows with the square. */
const MOST_ARTICLES = 2_000;

/** Pairs of articles of one language that say the same. */
export function findDuplicates(articles: readonly Shelved[]): Duplicate[] {
  const compared = articles.slice(0, MOST_ARTICLES);
  const vectors = vectorsOf(compared.map(({ article }) => `${article.title}\n${article.text.slice(0, COMPARED)}`));
  const matrix = similaritiesOf(vectors);
  const found: Duplicate[] = [];
  for (let a = 0; a < compared.length; a++) {
    for (let b = a + 1; b < compared.length; b++) {
      const similarity = Math.min(1, matrix[a * compared.length + b]!);
      const [first, second] = [compared[a]!, compared[b]!];
      if (similarity < ALIKE || !sameLanguage(first.article.language, second.article.language)) continue;
      found.push({ articles: [first, second], similarity, sentences: sharedSentences(first, second) });
    }
  }
  return found.sort((a, b) => b.similarity - a.similarity);
}

function sharedSentences(a: Shelved, b: Shelved): string[] {
  const others = new Set(splitSentences(b.article.text).map(({ text }) => text.toLowerCase()));
  return splitSentences(a.article.text)
    .filter(({ text, kind }) => kind !== "heading" && others.has(text.toLowerCase()))
    .slice(0, MOST_SENTENCES)
    .map(({ text }) => text);
}
