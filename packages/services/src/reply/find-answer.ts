import { cutText } from "@otai/text/clean";
import type { Passage } from "../knowledge-base/passages.ts";
import type { Thread } from "./read-thread.ts";
import { contentStems, sharedStems, wordsOf } from "./terms.ts";

export interface FoundAnswer {
  /** Best first; empty when nothing answers. */
  readonly hits: readonly Passage[];
  /** What was looked for when they were found, or first. */
  readonly query: string;
  /** Of the best passage that was looked at. */
  readonly bestScore: number;
}

/** A reply wants more than a search does: below it, every ninth question without an article found one (shop articles, one hidden at a time). */
const leastScore = 0.6;
const longestQuery = 1_800;
const longestSentence = 300;
const mostSentences = 6;
/** Nothing better is to be expected: the other sentences need not be looked at. */
const certainly = 0.75;
/** Who writes in a hurry starts sentences in lower case, and ends them with a comma. */
const sentenceBreak = /(?<=[.!?])\s+|\n+/;
const clauseBreak = /[,;:–] ?| (?:and|but|so|because|und|aber|weil|denn) /;
const mostWords = 14;
const leastStems = 2;
const asks =
  /\?|^(?:how|what|where|when|why|which|can|could|do|does|is|are|wie|was|wo|wann|warum|welche[rs]?|kann|können|ist|sind|gibt)\b/im;
/** Sentences about writing itself: their words find anything. */
const courtesy =
  /\b(?:writing (?:to|because|because of)|in advance|hope (?:you|this|to)|looking forward|kind(?:est)? regards|best regards|customer (?:of yours|since|for)|appreciate|get back to me|schreibe (?:ihnen|euch|wegen)|im voraus|hoffe(?:,| )|freundlichen grüßen|viele grüße|kunde (?:bei|seit)|kundin (?:bei|seit)|rückmeldung)\b/i;

/**
 * Looks with the last message as a whole, then sentence by sentence, since most of a long mail is not its question; then with the first
 * message, which says what a reminder is about.
 */
export async function findAnswer(
  thread: Thread,
  search: (query: string) => Promise<readonly Passage[]>,
): Promise<FoundAnswer> {
  const last = cutText(thread.question, longestQuery);
  const rounds = [last];
  if (thread.opening !== null)
    rounds.push(cutText(`${cutText(last, longestQuery / 2)}\n${thread.opening}`, longestQuery));
  let bestScore = 0;
  for (const whole of rounds) {
    if (contentStems(whole).length < leastStems && whole !== rounds.at(-1)) continue;
    const all = await search(whole);
    bestScore = Math.max(bestScore, all[0]?.score ?? 0);
    const hits = all.filter((hit) => answers(thread, hit));
    if (hits.length > 0) return { hits, query: whole, bestScore };
    const focused = await findBySentence(whole, all, thread, search);
    if (focused !== null) return focused;
  }
  return { hits: [], query: last, bestScore };
}

/** The sentence with the best answer, if the whole message leads to that article too. */
async function findBySentence(
  text: string,
  known: readonly Passage[],
  thread: Thread,
  search: (query: string) => Promise<readonly Passage[]>,
): Promise<FoundAnswer | null> {
  let best: FoundAnswer | null = null;
  for (const sentence of keySentences(text)) {
    if (best !== null && best.bestScore >= certainly) break;
    const [hit] = await search(sentence);
    if (hit === undefined || hit.score <= (best?.bestScore ?? 0) || !answers(thread, hit)) continue;
    if (known.some(({ articleId }) => articleId === hit.articleId))
      best = { hits: [hit], query: sentence, bestScore: hit.score };
  }
  return best;
}

/** Sentences, questions first: they are what the mail was written for. Then the clauses of long ones. */
function keySentences(text: string): string[] {
  const sentences = text.split(sentenceBreak).filter((sentence) => isKey(sentence, text));
  const questions = sentences.filter((sentence) => sentence.endsWith("?"));
  const others = sentences.filter((sentence) => !sentence.endsWith("?"));
  const clauses = [...questions, ...others]
    .filter((sentence) => wordsOf(sentence).length > mostWords)
    .flatMap((sentence) => sentence.split(clauseBreak).filter((clause) => isKey(clause, sentence)));
  return [...questions, ...others, ...clauses].slice(0, mostSentences).map((part) => cutText(part, longestSentence));
}

function isKey(part: string, whole: string): boolean {
  return part.length < whole.length && !courtesy.test(part) && contentStems(part).length >= leastStems;
}

/** An answer to the first question is none to the last, if that asks something of its own. */
function answers({ question, opening }: Thread, hit: Passage): boolean {
  if (!hit.answered || hit.score < leastScore) return false;
  const text = `${hit.title} ${hit.text}`;
  const own = sharedStems(question, text);
  return own > 0 || (opening !== null && !asks.test(question) && sharedStems(opening, text) > 0);
}
