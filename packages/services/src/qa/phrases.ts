import { type Word, wordsOf } from "./words.ts";

/** Phrases of one kind, ready to be found. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

export interface Found {
  readonly start: number;
  readonly end: number;
}

/** @param lists phrases separated by bars; words may be written with or without accents. */
export function compilePhrases(...lists: readonly string[]): Phrases {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const phrase of lists.flatMap((list) => list.split("|"))) {
    const keys = wordsOf(phrase).map(({ key }) => key);
    const first = keys[0];
    if (first === undefined) continue;
    byFirst.set(first, [...(byFirst.get(first) ?? []), keys]);
  }
  return byFirst;
}

/** Where the phrases stand, in order; the longest where several begin at one word. */
export function findPhrases(words: readonly Word[], phrases: Phrases): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < words.length; at++) {
    const candidates = phrases.get(words[at]!.key);
    if (candidates === undefined) continue;
    const longest = candidates
      .filter((keys) => keys.every((key, offset) => words[at + offset]?.key === key))
      .reduce((length, keys) => Math.max(length, keys.length), 0);
    if (longest === 0) continue;
    found.push({ start: words[at]!.start, end: words[at + longest - 1]!.end });
    at += longest - 1;
  }
  return found;
}

/** Is the word one of the single words of the list? */
export function isPhrase({ key }: Word, phrases: Phrases): boolean {
  return (phrases.get(key) ?? []).some((keys) => keys.length === 1);
}
