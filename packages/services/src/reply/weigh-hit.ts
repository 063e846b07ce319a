import type { Passage } from "../knowledge-base/passages.ts";
import { contentStems } from "./terms.ts";

/** What may answer: a passage of an article, or a canned answer. */
export type Found = Pick<Passage, "articleId" | "title" | "text" | "score" | "answered">;

/** What speaks for the best passage, as the answer to one query. */
export interface WeighedHit<Hit extends Found> {
  readonly hit: Hit;
  /** Natural logarithm of the odds that it answers: 0 is as likely as not. */
  readonly logOdds: number;
  /** How far it lies before the next other article, as a part of its score. */
  readonly lead: number;
  /** Words of its title that the query has. */
  readonly titleWords: number;
}

/**
 * Logistic regression over 300 questions to two small knowledge bases, with and without the article that answers (`npm run bench`
 * prints how it fares): a score alone does not tell a question from its neighbour, the words left unanswered do.
 */
const bias = -6.89;
const weights = { score: 3.41, covered: 2.52, word: 0.67, titleWord: 1.12, lead: 1.91 };
const most = { words: 4, titleWords: 2, lead: 0.6 };
/** So many letters of a word within a longer one are a part of a compound: `Paket`, `Paketnummer`. */
const leastPart = 5;
/** Where something goes tells nothing of what it is about: money and parcels both come back. */
const directions = new Set(contentStems("back again zurück wieder"));

export type StemsOf = (text: string) => ReadonlySet<string>;

/** Stems of passages, worked out once per answer. */
export function createStemsOf(): StemsOf {
  const known = new Map<string, ReadonlySet<string>>();
  return (text) => {
    const stems = known.get(text) ?? new Set(contentStems(text));
    known.set(text, stems);
    return stems;
  };
}

/** Weighs the first of the hits against the question and the others; `null` without any. */
export function weighBest<Hit extends Found>(
  query: string,
  hits: readonly Hit[],
  stemsOf: StemsOf,
): WeighedHit<Hit> | null {
  const hit = hits[0];
  if (hit === undefined || hit.score <= 0) return null;
  const asked = [...stemsOf(query)].filter((stem) => !directions.has(stem));
  const title = stemsOf(hit.title);
  const text = stemsOf(hit.text);
  const words = asked.filter((stem) => isAmong(stem, title) || isAmong(stem, text)).length;
  const titleWords = [...title].filter((stem) => !directions.has(stem) && isAmong(stem, asked)).length;
  const other = hits.find((candidate) => titleKey(candidate) !== titleKey(hit));
  const lead = other === undefined ? 1 : 1 - other.score / hit.score;
  const logOdds =
    bias +
    weights.score * hit.score +
    weights.covered * (asked.length === 0 ? 0 : words / asked.length) +
    weights.word * Math.min(words, most.words) +
    weights.titleWord * Math.min(titleWords, most.titleWords) +
    weights.lead * Math.min(lead, most.lead);
  return { hit, logOdds, lead, titleWords };
}

/** The same article may come from several sources: every text once, in the order of the hits. */
export function withoutCopies<Hit extends Found>(hits: readonly Hit[]): Hit[] {
  const seen = new Set<string>();
  return hits.filter((hit) => {
    const key = `${titleKey(hit)}\n${folded(hit.text)}`;
    return !seen.has(key) && seen.add(key);
  });
}

function titleKey({ title }: Found): string {
  return folded(title);
}

function folded(text: string): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase();
}

function isAmong(stem: string, stems: Iterable<string>): boolean {
  for (const other of stems) {
    if (other === stem) return true;
    if (Math.min(other.length, stem.length) >= leastPart && (other.includes(stem) || stem.includes(other))) return true;
  }
  return false;
}
