import type { CategorySetting } from "./triage-desk.ts";

export interface DescribedGuess {
  readonly value: string;
  /** 0..1: share of this category among all that have something in common with the text; not calibrated. */
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
/** Words of an example say more than those of a description. */
const exampleWeight = 1.5;
/** So much weight that is shared with a category counts as much as not knowing at all. */
const doubt = 1.2;

interface Word {
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

function wordsOf(text: string): Word[] {
  return [...text.slice(0, mostCharacters).matchAll(/[\p{L}\p{N}]{3,40}/gu)].map((match) => ({
    stem: match[0].toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "").slice(0, stemLength),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * What a text is about, by the words that it shares with the descriptions and examples of the categories: all there is before
 * anything was learned. Words that many categories use count little.
 */
export function classifyByDescription(categories: readonly CategorySetting[]) {
  const weights = new Map<string, Map<string, number>>();
  for (const { name, description, examples } of categories) {
    const own = new Map<string, number>();
    for (const { stem } of wordsOf(`${name.replaceAll("_", " ")} ${description}`)) own.set(stem, 1);
    for (const example of examples) {
      for (const { stem } of wordsOf(example)) own.set(stem, Math.max(own.get(stem) ?? 0, exampleWeight));
    }
    for (const [stem, weight] of own) weights.set(stem, (weights.get(stem) ?? new Map()).set(name, weight));
  }
  const rarity = (stem: string) => Math.log(1 + categories.length / (weights.get(stem)?.size ?? categories.length));

  return function classify(text: string) {
    const scores = new Map<string, number>();
    const found: { word: Word; values: ReadonlyMap<string, number>; weight: number }[] = [];
    const seen = new Set<string>();
    for (const word of wordsOf(text)) {
      const values = weights.get(word.stem);
      if (values === undefined || seen.has(word.stem)) continue;
      seen.add(word.stem);
      const weight = rarity(word.stem);
      found.push({ word, values, weight });
      for (const [name, own] of values) scores.set(name, (scores.get(name) ?? 0) + own * weight);
    }
    const total = [...scores.values()].reduce((sum, score) => sum + score, doubt);
    const guesses: DescribedGuess[] = categories
      .map(({ name }) => ({ value: name, confidence: (scores.get(name) ?? 0) / total }))
      .sort((a, b) => b.confidence - a.confidence);
    const best = guesses[0]?.value;
    const evidence: DescribedEvidence[] = found
      .filter(({ values }) => best !== undefined && values.has(best))
      .map(({ word, weight }) => ({ start: word.start, end: word.end, weight }))
      .sort((a, b) => b.weight - a.weight);
    return { guesses, evidence };
  };
}
