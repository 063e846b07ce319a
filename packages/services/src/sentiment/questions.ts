import type { Lexicon } from "./lexicon/lexicon.ts";
import type { Word } from "./words.ts";

/** By word: does it stand in a question that asks for a fact? "Why …?" asks for none, it complains. */
export function factualQuestions(text: string, words: readonly Word[], { questionOpeners }: Lexicon): boolean[] {
  const asks = new Array<boolean>(words.length).fill(false);
  for (let first = 0; first < words.length; ) {
    let next = first;
    let end = "";
    while (next < words.length && end === "") {
      const between = text.slice(words[next]!.end, words[next + 1]?.start ?? text.length);
      end = /[?!.…\n]/.exec(between)?.[0] ?? "";
      if (end !== "" && between.includes("?")) end = "?";
      next += 1;
    }
    const opens = words.slice(first, Math.min(first + openingWords, next)).some(({ key }) => questionOpeners.has(key));
    if (end === "?" && opens) asks.fill(true, first, next);
    first = next;
  }
  return asks;
}

/** "Hi there, and how …": the opener need not be the first word. */
const openingWords = 4;
