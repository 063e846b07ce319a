/** A word and where it stands, in UTF-16 units, `end` exclusive. */
export interface Word {
  readonly text: string;
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const pattern = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(pattern)].map(({ 0: word, index }) => ({
    text: word,
    key: wordKey(word),
    start: index,
    end: index + word.length,
  }));
}

/**
 * The same for a word and its usual misspellings (letters swapped or doubled, `ue` for `ü`), so that writing a second
 * language imperfectly does not move a score: first letter, last letter, and which letters lie between.
 */
export function wordKey(word: string): string {
  const folded = word
    .toLowerCase()
    .replace(/['’]/g, "")
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
  if (folded.length < 4) return folded;
  const inner = [...new Set(folded.slice(1, -1))].sort().join("");
  return `${folded[0]}${inner}·${folded.at(-1)}`;
}
