import { quantitiesAgree, withoutQuantities } from "./quantities.ts";
import { splitSentences } from "./sentences.ts";
import { contentStems, stem, wordsOf } from "./terms.ts";

/** What a sentence may add to its quote without stating anything. */
const neutral = new Set(
  `simply normally usually generally first next finally afterwards following follow step steps way able order want wish would help see find also
  einfach normalerweise üblicherweise gewöhnlich zuerst zunächst anschließend schließlich danach folgende folgenden schritte schritt möchten
  möchtest können finden sehen dafür dazu hierfür`
    .split(/\s+/)
    .map(stem),
);
const negations = new Set(
  `not no never none nobody nothing neither nor without cannot can't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't shouldn't
  couldn't haven't hasn't hadn't unable impossible nicht nie niemals nichts niemand kein keine keinem keinen keiner keines ohne weder unmöglich`.split(
    /\s+/,
  ),
);
/** Words that narrow, widen or oblige. With one of them more or less it is another statement. */
const limiting = new Set(
  `only always every each all any must except unless until if whether once provided may might could perhaps rarely sometimes often automatically
  immediately instantly guaranteed free mandatory optional required before after nur immer jede jeder jedes jeden alle muss müssen musst außer sofern solange falls selten manchmal oft automatisch
  sofort garantiert kostenlos gratis verpflichtend optional erforderlich vor nach bevor nachdem wenn ob sobald
  dürfte dürften könnte könnten vielleicht eventuell möglicherweise`.split(/\s+/),
);
/** This share of a sentence's words must stand in the quote in the same order. */
const leastOrder = 0.6;
const leastInQuote = 0.6;
const shortestQuote = 12;

/** The quote as it stands in the source, if it does: blanks and kinds of quotation marks do not count. */
export function findVerbatim(quote: string, source: string): { start: number; end: number } | null {
  const wanted = fold(quote.trim());
  if (wanted.text.length < shortestQuote) return null;
  const folded = fold(source);
  const at = folded.text.indexOf(wanted.text);
  if (at < 0) return null;
  return { start: folded.offsets[at]!, end: folded.offsets[at + wanted.text.length - 1]! + 1 };
}

/**
 * Does the quote say what the sentence says? By rules that err on the side of no: every meaningful word of the sentence stands in the
 * quote (or in the title, or is neutral), mostly in the same order; numbers with units, negations and limiting words agree.
 */
export function isSupported(sentence: string, quote: string, title: string): boolean {
  if (!quantitiesAgree(sentence, quote)) return false;
  const [said, known] = [wordsOf(sentence), wordsOf(quote)];
  if (said.some((word) => negations.has(word)) !== known.some((word) => negations.has(word))) return false;
  const inQuote = new Set(known);
  const inSentence = new Set(said);
  if (said.some((word) => limiting.has(word) && !inQuote.has(word))) return false;
  if (known.some((word) => limiting.has(word) && !inSentence.has(word))) return false;
  const stems = contentStems(withoutQuantities(sentence)).filter((word) => !neutral.has(word));
  const quoted = contentStems(withoutQuantities(quote));
  const quotedSet = new Set(quoted);
  const titleSet = new Set(contentStems(title));
  if (stems.length === 0) return false;
  if (!stems.every((word) => quotedSet.has(word) || titleSet.has(word))) return false;
  const shared = stems.filter((word) => quotedSet.has(word));
  return (
    shared.length >= leastInQuote * stems.length && longestCommonOrder(shared, quoted) >= leastOrder * shared.length
  );
}

/**
 * Do the sentences that a quote is cut from say nothing beside it that changes what it says? `You may send it back` is not the whole of
 * `If it is sealed, you may send it back`.
 */
export function isWholeStatement({ start, end }: { start: number; end: number }, source: string): boolean {
  return splitSentences(source)
    .filter((sentence) => sentence.start < end && start < sentence.end)
    .flatMap((sentence) => [source.slice(sentence.start, start), source.slice(end, sentence.end)])
    .every((rest) => wordsOf(rest).every((word) => !negations.has(word) && !limiting.has(word)));
}

/** Length of the longest common subsequence. */
function longestCommonOrder(a: readonly string[], b: readonly string[]): number {
  let row = new Uint16Array(b.length + 1);
  for (const word of a) {
    const next = new Uint16Array(b.length + 1);
    for (let at = 1; at <= b.length; at += 1) {
      next[at] = b[at - 1] === word ? row[at - 1]! + 1 : Math.max(row[at]!, next[at - 1]!);
    }
    row = next;
  }
  return row[b.length]!;
}

/** The text with single blanks and plain quotation marks, and where each character stood. */
function fold(text: string): { text: string; offsets: number[] } {
  const characters: string[] = [];
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const blank = /\s/.test(text[at]!);
    if (blank && characters.at(-1) === " ") continue;
    characters.push(blank ? " " : plainMark(text[at]!));
    offsets.push(at);
  }
  return { text: characters.join(""), offsets };
}

function plainMark(character: string): string {
  if ("‘’‚`´".includes(character)) return "'";
  if ("“”„»«".includes(character)) return '"';
  return character;
}
