/** A word, an emoji or an emoticon of a text. */
export interface Word {
  /** Folded as lexicon entries are. */
  readonly key: string;
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** Number of the clause: a negation does not reach into the next one. */
  readonly clause: number;
  /** In capitals, or drawn out: "soooo". */
  readonly shouted: boolean;
}

const emoticon = String.raw`[:;=]['’]?-?[()\[\]DP/](?![\p{L}\p{N}/])|<3|\^\^|\([:;]`;
const pattern = new RegExp(
  String.raw`(?<address>https?:\/\/\S+|@[\p{L}\p{N}_.]+)|(?<emoji>\p{Extended_Pictographic}|${emoticon})|(?<word>[\p{L}\p{N}_][\p{L}\p{M}\p{N}\p{Cf}_]*(?:['’][\p{L}\p{N}]+)*)|(?<end>[.,;:!?…\n()])`,
  "gu",
);

/** Beyond so many words a message says nothing new about its tone. */
const mostWords = 3_000;

/** Lower case, one apostrophe, nothing invisible, and what people leave away: `don't` is `dont`, `ä` is `ae`. */
export function fold(word: string): string {
  const lower = word
    .replace(/\p{Cf}/gu, "")
    .toLowerCase()
    .replaceAll("’", "'");
  const german = /[äöüß]/.test(lower)
    ? lower.replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue").replaceAll("ß", "ss")
    : lower;
  return german.endsWith("n't") ? `${german.slice(0, -3)}nt` : german;
}

/** Three times the same letter is no spelling. */
const drawnOut = /(\p{L})\1{2,}/gu;

/** The words of a text in order. Linear in its length. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let clause = 0;
  for (const match of text.matchAll(pattern)) {
    const { address, emoji, word } = match.groups!;
    const start = match.index;
    // Names of accounts and pages have no tone.
    if (address !== undefined) continue;
    if (word === undefined && emoji === undefined) {
      clause += 1;
      continue;
    }
    const found = word ?? emoji!;
    const capitals = found.length > 2 && found === found.toUpperCase() && found !== found.toLowerCase();
    const short = emoji === undefined ? shortened(found) : found;
    const shouted = capitals || short !== found;
    words.push({ key: emoji ?? fold(short), start, end: start + found.length, clause, shouted });
    if (words.length === mostWords) break;
  }
  return words;
}

/** "sooo" is "so", "goood" is "good": letters are drawn out that were one, but for a few words known by their ends. */
function shortened(word: string): string {
  return word.replace(drawnOut, (run: string, letter: string, at: number) => {
    const isDouble =
      /^o$/i.test(letter) && /^[gc]$/i.test(word[at - 1] ?? "") && /^[dl]/i.test(word.slice(at + run.length));
    return isDouble ? letter + letter : letter;
  });
}
