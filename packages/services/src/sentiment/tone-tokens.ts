import { nearestLexicon } from "./lexicon/built-in.ts";
import type { Lexicon } from "./lexicon/lexicon.ts";
import { readTone, type ToneHit } from "./tone.ts";
import { type Word, wordsOf } from "./words.ts";

const steps = [-0.85, -0.7, -0.5, -0.3, -0.15, -0.05, 0.05, 0.15, 0.3, 0.5, 0.7, 0.85];
const most = 3;
/** How many words behind a negation are learned as negated ones. */
const reach = 4;

/** Marks of a text that say something of its tone, whatever its words are. */
const marks: readonly (readonly [token: string, pattern: RegExp])[] = [
  ["tone:!", /!/],
  ["tone:?", /\?/],
  ["tone:!!", /[!?]\s?[!?]/],
  ["tone:...", /\.\.\.|…/],
  ["tone:ends?", /\?\s*$/],
  ["tone:digits", /\d/],
  ["tone:address", /https?:/],
  [
    "tone:span",
    /\d\s?\+?\s?(?:h|hrs?|hours?|min|mins|minutes?|days?|weeks?|months?|stunden?|minuten?|tagen?|wochen?|monaten?)\b/i,
  ],
];

/** What the lexicon says of a text, as metadata that a model learns beside the words: most of the gain where labels are few. */
export function toneTokens(text: string, lexicons: readonly Lexicon[]): string[] {
  const words = wordsOf(text);
  const lexicon = nearestLexicon(words, lexicons);
  const { score, hits } = readTone(text, words, lexicon);
  return [
    ...steps.map((step) => `tone${score >= step ? ">=" : "<"}${step}`),
    ...hitTokens(hits),
    ...marks.filter(([, pattern]) => pattern.test(text)).map(([token]) => token),
    ...shapeTokens(words, lexicon),
    ...negatedWords(words, lexicon),
  ];
}

function hitTokens(hits: readonly ToneHit[]): string[] {
  const weights = hits.map(({ weight }) => weight);
  const count = (sign: number) => Math.min(most, weights.filter((weight) => weight * sign > 0).length);
  return [
    `praise:${count(1)}`,
    `complaint:${count(-1)}`,
    `best:${Math.round(Math.max(0, ...weights))}`,
    `worst:${Math.round(Math.min(0, ...weights))}`,
    `first:${Math.sign(weights[0] ?? 0)}`,
    `last:${Math.sign(weights.at(-1) ?? 0)}`,
  ];
}

function shapeTokens(words: readonly Word[], lexicon: Lexicon): string[] {
  const any = (has: (word: Word, at: number) => boolean, token: string) => (words.some(has) ? [token] : []);
  return [
    `tone:length${Math.round(Math.log2(words.length + 1))}`,
    ...any(({ shouted }) => shouted, "tone:shouted"),
    ...any((_, at) => lexicon.requests.has(words, at), "tone:request"),
    ...any((_, at) => lexicon.thanks.has(words, at), "tone:thanks"),
    ...any(({ key }, at) => at === 0 && lexicon.questionOpeners.has(key), "tone:opens?"),
  ];
}

/** `not good`, however many words stand between the two. */
function negatedWords(words: readonly Word[], lexicon: Lexicon): string[] {
  const negated: string[] = [];
  let left = 0;
  words.forEach(({ key, clause }, at) => {
    if (at > 0 && words[at - 1]!.clause !== clause) left = 0;
    if (lexicon.negations.has(words, at)) left = reach;
    else if (left-- > 0) negated.push(`not ${key}`);
  });
  return negated;
}
