import { similaritiesOf, vectorsOf } from "@otai/intelligence/search/short-texts";
import { splitSentences } from "../reply/sentences.ts";
import type { Shelved } from "./library.ts";
import { sameLanguage } from "./visibility.ts";

export interface Statement {
  readonly articleId: string;
  readonly title: string;
  readonly sentence: string;
  /** With its unit, `5 days`. */
  readonly number: string;
}

export interface Conflict {
  readonly statements: readonly [Statement, Statement];
  readonly similarity: number;
}

/** Two sentences that are so alike, numbers aside, speak of the same. */
const SAME_MATTER = 0.6;
const MOST_SENTENCES = 3_000;
const LONGEST_SENTENCE = 300;

/** Numbers that state something: amounts, periods, shares. Versions, steps and years state nothing that could contradict. */
const STATED =
  /(?:[€$£]\s?\d+(?:[.,]\d+)*|\d+(?:[.,]\d+)*\s?(?:%|€|\$|£|eur\b|euros?\b|usd\b|dollars?\b|percent\b|prozent\b|(?:business |working |calendar |werk|arbeits|kalender)?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|sekunden?|minuten?|stunden?|tagen?|tage?|wochen?|monaten?|monate?|jahren?|jahre?)\b|[kmgt]b\b|times\b|mal\b|users?\b|items?\b))/giu;

interface Candidate extends Statement {
  readonly language: string | null;
  /** The sentence with every number as the same word. */
  readonly matter: string;
  readonly unit: string;
}

/** Pairs of articles of one language that state different numbers about the same thing. */
export function findConflicts(articles: readonly Shelved[]): Conflict[] {
  const candidates = articles.flatMap(statementsOf).slice(0, MOST_SENTENCES);
  const matrix = similaritiesOf(vectorsOf(candidates.map(({ matter }) => matter)));
  const conflicts: Conflict[] = [];
  for (let a = 0; a < candidates.length; a++) {
    for (let b = a + 1; b < candidates.length; b++) {
      const similarity = matrix[a * candidates.length + b]!;
      if (similarity < SAME_MATTER) continue;
      const [first, second] = [candidates[a]!, candidates[b]!];
      if (first.articleId === second.articleId || !sameLanguage(first.language, second.language)) continue;
      if (first.unit !== second.unit || first.number === second.number) continue;
      conflicts.push({ statements: [bare(first), bare(second)], similarity });
    }
  }
  return conflicts.sort((a, b) => b.similarity - a.similarity);
}

function statementsOf({ article }: Shelved): Candidate[] {
  return splitSentences(article.text).flatMap(({ text }) => {
    if (text.length > LONGEST_SENTENCE) return [];
    const numbers = text.match(STATED) ?? [];
    const { id: articleId, title, language } = article;
    const matter = text.replace(STATED, " ");
    return numbers.length !== 1
      ? []
      : [
          {
            articleId,
            title,
            language,
            sentence: text,
            number: normal(numbers[0]!),
            matter,
            unit: unitOf(numbers[0]!),
          },
        ];
  });
}

const normal = (number: string) => number.toLowerCase().replace(/\s+/g, " ").trim();

/** Days are compared with days and euros with euros. */
const unitOf = (number: string) =>
  normal(number)
    .replace(/[\d.,\s]+/g, "")
    .replace(/(?:en|n|s)$/, "");

function bare({ articleId, title, sentence, number }: Candidate): Statement {
  return { articleId, title, sentence, number };
}
