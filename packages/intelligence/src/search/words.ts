/** From here on a run of digits is an identifier that no article is about. */
const LONGEST_NUMBER = 6;
/** What is longer is no word of a language but an address or a key; its beginning tells it apart. */
const LONGEST_WORD = 40;

/** The words of a text in order: lower case, without accents, identifiers left out. */
export function wordsOf(text: string): string[] {
  const found = text.normalize("NFKD").replace(MARKS, "").toLowerCase().replaceAll("ß", "ss").match(WORD) ?? [];
  return found
    .filter((word) => word.length < LONGEST_NUMBER || !DIGITS.test(word))
    .map((word) => word.slice(0, LONGEST_WORD));
}

const MARKS = /\p{M}+/gu;
const WORD = /[\p{L}\p{N}]+/gu;
const DIGITS = /^\p{N}+$/u;

/**
 * The word without the endings that English, German and their neighbours put on nouns and verbs. Lighter than a stemmer of one
 * language, since the language of a short question is a guess; what it misses, pieces of words find.
 */
export function stemOf(word: string): string {
  if (word.length < 4 || !LATIN.test(word)) return word;
  const singular = word.endsWith("ies") ? `${word.slice(0, -3)}y` : word;
  const stem = singular.replace(ENDING, "").replace(DOUBLED, "$1");
  return stem.endsWith("y") ? `${stem.slice(0, -1)}i` : stem;
}

const LATIN = /^[a-z]+$/;
const ENDING = /(?<=^...+)(?:ungen|ung|ings?|ed|es|en|em|e|s|ly)$/;
const DOUBLED = /([bdgmnprt])\1$/;

/** The pieces of three and four characters of a word, its two ends marked. */
export function gramsOf(word: string): string[] {
  const marked = ` ${word} `;
  const grams: string[] = [];
  for (const size of [3, 4]) {
    for (let at = 0; at + size <= marked.length; at++) grams.push(marked.slice(at, at + size));
  }
  return grams;
}
