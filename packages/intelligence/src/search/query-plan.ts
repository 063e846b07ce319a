import type { WordTable } from "./word-table.ts";
import { gramsOf, stemOf, wordsOf } from "./words.ts";

/** A longer question is asked with its rarest words. */
const MOST_WORDS = 48;

interface Weighted {
  readonly id: number;
  readonly weight: number;
}

/** What a question looks for, as far as any text has it. */
export interface QueryPlan {
  readonly stems: readonly Weighted[];
  readonly grams: readonly Weighted[];
  /** The weight of everything asked for, words that no text has included. */
  readonly full: { readonly stems: number; readonly grams: number };
}

export interface Rarity {
  /** -1 is a stem that no text has. */
  ofStem(stem: number): number;
  ofGram(gram: number): number;
}

export function planQuery(query: string, table: WordTable, rarity: Rarity): QueryPlan {
  const byStem = new Map<string, string>();
  for (const word of wordsOf(query)) if (!byStem.has(stemOf(word))) byStem.set(stemOf(word), word);
  const words = [...byStem.values()]
    .map((word) => {
      const id = table.findStem(word);
      return { word, id, weight: rarity.ofStem(id) };
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_WORDS);
  const grams = [...new Set(words.flatMap(({ word }) => gramsOf(word)))].map((gram) => {
    const id = table.findGram(gram);
    return { id, weight: rarity.ofGram(id) };
  });
  const sum = (items: readonly Weighted[]) => items.reduce((total, { weight }) => total + weight, 0);
  return {
    stems: words.filter(({ id }) => id >= 0),
    grams: grams.filter(({ id }) => id >= 0),
    full: { stems: sum(words), grams: sum(grams) },
  };
}
