import { nearestLexicon } from "./lexicon/built-in.ts";
import type { Lexicon } from "./lexicon/lexicon.ts";
import { readTone } from "./tone.ts";
import { wordsOf } from "./words.ts";

const steps = [-0.7, -0.5, -0.3, -0.1, 0.1, 0.3, 0.5, 0.7];
const most = 3;

/** What the lexicon says of a text, as metadata that a model learns beside the words: most of the gain where labels are few. */
export function toneTokens(text: string, lexicons: readonly Lexicon[]): string[] {
  const words = wordsOf(text);
  const { score, hits } = readTone(text, words, nearestLexicon(words, lexicons));
  const count = (sign: number) => Math.min(most, hits.filter(({ weight }) => weight * sign > 0).length);
  return [
    ...steps.map((step) => `tone${score >= step ? ">=" : "<"}${step}`),
    `praise:${count(1)}`,
    `complaint:${count(-1)}`,
    ...(text.includes("!") ? ["tone:!"] : []),
    ...(text.includes("?") ? ["tone:?"] : []),
  ];
}
