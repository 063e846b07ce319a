import { stemOf, wordsOf } from "@otai/intelligence/search/words";
import { splitSentences } from "../reply/sentences.ts";

const LONGEST = 240;

/** The sentence of a chunk that has most of the question's words, with what follows as far as there is room; verbatim but for the cut. */
export function snippetOf(chunk: string, query: string): string {
  const asked = new Set(wordsOf(query).map(stemOf));
  const sentences = splitSentences(chunk);
  let best = 0;
  let most = -1;
  sentences.forEach(({ text, kind }, at) => {
    if (kind === "heading" && at < sentences.length - 1) return;
    const found = new Set(
      wordsOf(text)
        .map(stemOf)
        .filter((stem) => asked.has(stem)),
    ).size;
    if (found > most) {
      best = at;
      most = found;
    }
  });
  const rest = chunk.slice(sentences[best]?.start ?? 0);
  if (rest.length <= LONGEST) return rest;
  const cut = rest.slice(0, LONGEST);
  const blank = cut.lastIndexOf(" ");
  return `${blank > LONGEST / 2 ? cut.slice(0, blank) : cut.toWellFormed()}…`;
}
