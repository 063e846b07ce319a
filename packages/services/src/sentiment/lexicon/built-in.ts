import type { Word } from "../words.ts";
import { english } from "./english.ts";
import { german } from "./german.ts";
import { compileLexicon, type Lexicon } from "./lexicon.ts";

/** The languages that need no training. */
export function builtInLexicons(): readonly Lexicon[] {
  return [english, german].map(compileLexicon);
}

/** The lexicon whose little words the text has most of; the first one when it has none. */
export function nearestLexicon(words: readonly Word[], lexicons: readonly Lexicon[]): Lexicon {
  const counts = lexicons.map(({ functionWords, tone }) =>
    words.reduce((sum, { key }, at) => sum + (functionWords.has(key) || tone.has(words, at) ? 1 : 0), 0),
  );
  return lexicons[counts.indexOf(Math.max(...counts))]!;
}
