import { stopWords } from "./stop-words.ts";
import type { CategorySetting } from "./triage-desk.ts";

export interface DescribedGuess {
  readonly value: string;
  /** 0..1: how far this category is ahead of the others; not calibrated. */
  readonly confidence: number;
}

export interface DescribedEvidence {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/** Longer texts say no more about what they are about. */
const mostCharacters = 8_000;
/** Words that stand for the same thing share so many first letters; English and German inflect at the end. */
const stemLength = 6;
/** Two words that no other category has are enough to suggest, one is not. */
const doubt = 1;

interface Word {
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

function wordsOf(text: string): Word[] {
  return [...text.slice(0, mostCharacters).matchAll(/[\p{L}\p{N}]{3,40}/gu)].flatMap((match) => {
    const word = match[0].toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "");
    if (stopWords.has(word)) return [];
    return [{ stem: word.slice(0, stemLength), start: match.index, end: match.index + match[0].length }];
  });
}

function stemsOf(text: string): Set<string> {
  return new Set(wordsOf(text).map(({ stem }) => stem));
}

/** What each word says for a category, 0..1. Words of a description were chosen; those of an example just came along. */
function weigh({ name, description, examples }: CategorySetting): Map<string, number> {
  const counts = new Map<string, number>();
  for (const example of examples) for (const stem of stemsOf(example)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const weights = new Map([...counts].map(([stem, count]) => [stem, count / (examples.length + 1)]));
  for (const stem of stemsOf(`${name.replaceAll("_", " ")} ${description}`)) weights.set(stem, 1);
  return weights;
}

/**
 * What a text is about, by the words that it shares with the descriptions and examples of the categories: all there is before
 * anything was learned. A word counts by how
 * much more one category has it than the others.
 */
export function classifyByDescription(categories: readonly CategorySetting[]) {
  const weights = new Map<string, Map<string, number>>();
  for (const category of categories) {
    for (const [stem, weight] of weigh(category)) {
      weights.set(stem, (weights.get(stem) ?? new Map<string, number>()).set(category.name, weight));
    }
  }
  for (const values of weights.values()) {
    const sum = [...values.values()].reduce((total, weight) => total + weight, 0);
    for (const [name, weight] of values) values.set(name, weight ** 2 / sum);
  }

  return function classify(text: string) {
    const scores = new Map<string, number>();
    const found: { word: Word; values: ReadonlyMap<string, number> }[] = [];
    const seen = new Set<string>();
    for (const word of wordsOf(text)) {
      const values = weights.get(word.stem);
      if (values === undefined || seen.has(word.stem)) continue;
      seen.add(word.stem);
      found.push({ word, values });
      for (const [name, weight] of values) scores.set(name, (scores.get(name) ?? 0) + weight);
    }
    const total = [...scores.values()].reduce((sum, score) => sum + score ** 2, doubt ** 2);
    const guesses: DescribedGuess[] = categories
      .map(({ name }) => ({ value: name, confidence: (scores.get(name) ?? 0) ** 2 / total }))
      .sort((a, b) => b.confidence - a.confidence);
    const best = guesses[0]?.value;
    const evidence: DescribedEvidence[] = found
      .map(({ word: { start, end }, values }) => ({ start, end, weight: values.get(best ?? "") ?? 0 }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight);
    return { guesses, evidence };
  };
}
