import { mayBeName } from "./name-words.ts";

export interface ReadName {
  readonly start: number;
  readonly end: number;
  readonly words: readonly string[];
}

/** "Jane", "O'Brien", "Müller-Ahrens", "J." */
const WORD = /\p{Lu}(?:\.|[\p{L}\p{M}]{0,25}(?:['’-]\p{L}[\p{L}\p{M}]{0,25}){0,2}(?![\p{L}\p{M}\p{N}@_'’-]))/uy;
const DEGREES = /(?:(?:Dr|Prof|Dipl|Ing|Mag|med|phil|rer|nat|jur|iur|habil|h\. ?c)\.[ -]?){1,5}/uy;
const PARTICLES = /(?:v[ao]n|de[nl]?|d[iau]|dos|l[ae]|te[nr]|bin|al|el)(?: (?:de[nr]?|la))? (?=\p{Lu})/uy;
const GAP = /[ \u00a0]{1,2}/y;

/** Words of a name, or what looks like one, from there on and within the line. @returns `null` where none begins */
export function readName(text: string, from: number, mostWords: number): ReadName | null {
  const start = from + (take(DEGREES, text, from)?.length ?? 0);
  const words: string[] = [];
  let at = start;
  let end = start;
  while (words.length < mostWords) {
    // "Anna von Stetten", but not "Anna Berg von der Buchhaltung".
    if (words.length <= 1) at += take(PARTICLES, text, at)?.length ?? 0;
    const word = take(WORD, text, at);
    if (word === null || !mayBeName(word)) break;
    words.push(word);
    end = at + word.length;
    const gap = take(GAP, text, end);
    if (gap === null) break;
    at = end + gap.length;
  }
  // An initial alone, or at the end of a sentence, is none.
  return words.some((word) => word.length > 2) ? { start, end, words } : null;
}

/** What stands in front of a place, read from the earliest word from which it is a name up to there. */
export function readNameBefore(text: string, end: number): ReadName | null {
  const from = Math.max(0, end - LONGEST);
  const window = text.slice(from, end);
  const line = window.slice(window.lastIndexOf("\n") + 1);
  const begin = end - line.length;
  for (const { index } of [...line.matchAll(WORD_STARTS)].slice(-MOST_WORDS)) {
    const name = readName(text, begin + index, MOST_WORDS);
    if (name?.end === end) return name;
  }
  return null;
}

const LONGEST = 70;
const MOST_WORDS = 4;
const WORD_STARTS = /(?<![\p{L}\p{N}.'’-])\p{Lu}/gu;

function take(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
