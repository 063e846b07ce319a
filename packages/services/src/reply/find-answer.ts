import { cutText } from "@otai/text/clean";
import type { Thread } from "./read-thread.ts";
import { contentStems, sharedStems, wordsOf } from "./terms.ts";
import { createStemsOf, type Found, type StemsOf, type WeighedHit, weighBest, withoutCopies } from "./weigh-hit.ts";

export interface FoundAnswer<Hit extends Found> {
  /** Best first; empty when nothing answers. */
  readonly hits: readonly Hit[];
  /** What was looked for when they were found, or first. */
  readonly query: string;
  /** Of the best passage that was looked at. */
  readonly bestScore: number;
}

/** A further article beside the best one needs such a score. */
const leastScore = 0.6;
/** What whole messages must weigh, in logarithms of odds; what a sentence must, since it is only a part of what was asked. */
const leastOdds = { whole: 0, sentence: 0.4 };
/** Below the knowledge base's own cut an article must be so much likelier. */
const unanswered = 0.4;
/** A word of the title, a good score and nothing else near say enough, also where the text has other words for the rest. */
const clearly = { score: 0.62, lead: 0.15 };
/** So does, of a whole message, a better score without a word of the title. */
const clearlyWithoutTitle = { score: 0.7, lead: 0.3 };
const longestQuery = 1_800;
const longestSentence = 300;
const mostSentences = 6;
/** Nothing better is to be expected: the other sentences need not be looked at. */
const certainOdds = 2;
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
export async function findAnswer<Hit extends Found>(
  thread: Thread,
  search: (query: string) => Promise<readonly Hit[]>,
): Promise<FoundAnswer<Hit>> {
  const last = cutText(thread.question, longestQuery);
  const rounds = [last];
  if (thread.opening !== null)
    rounds.push(cutText(`${cutText(last, longestQuery / 2)}\n${thread.opening}`, longestQuery));
  const stemsOf = createStemsOf();
  const look = async (query: string) => withoutCopies(await search(query));
  let bestScore = 0;
  for (const whole of rounds) {
    if (contentStems(whole).length < leastStems && whole !== rounds.at(-1)) continue;
    const all = await look(whole);
    bestScore = Math.max(bestScore, all[0]?.score ?? 0);
    const best = weighBest(whole, all, stemsOf);
    if (best !== null && isAnswer(best, "whole") && concerns(thread, best.hit)) {
      const others = all.slice(1).filter((hit) => hit.answered && hit.score >= leastScore && concerns(thread, hit));
      return { hits: [best.hit, ...others], query: whole, bestScore };
    }
    const focused = await findBySentence(whole, all, { thread, look, stemsOf });
    if (focused !== null) return focused;
  }
  return { hits: [], query: last, bestScore };
}

interface Looking<Hit extends Found> {
  readonly thread: Thread;
  readonly look: (query: string) => Promise<readonly Hit[]>;
  readonly stemsOf: StemsOf;
}

/** The sentence with the best answer, if the whole message leads to that article too. */
async function findBySentence<Hit extends Found>(
  text: string,
  known: readonly Hit[],
  { thread, look, stemsOf }: Looking<Hit>,
): Promise<FoundAnswer<Hit> | null> {
  let best: (WeighedHit<Hit> & { readonly query: string }) | null = null;
  for (const query of keySentences(text)) {
    if (best !== null && best.logOdds >= certainOdds) break;
    const weighed = weighBest(query, await look(query), stemsOf);
    if (weighed === null || weighed.logOdds <= (best?.logOdds ?? Number.NEGATIVE_INFINITY)) continue;
    if (!isAnswer(weighed, "sentence") || !concerns(thread, weighed.hit)) continue;
    if (known.some(({ articleId }) => articleId === weighed.hit.articleId)) best = { ...weighed, query };
  }
  return best === null ? null : { hits: [best.hit], query: best.query, bestScore: best.hit.score };
}

function isAnswer({ hit, logOdds, lead, titleWords }: WeighedHit<Found>, to: "whole" | "sentence"): boolean {
  if (logOdds >= leastOdds[to] + (hit.answered ? 0 : unanswered)) return true;
  if (!hit.answered || (titleWords === 0 && to === "sentence")) return false;
  const least = titleWords > 0 ? clearly : clearlyWithoutTitle;
  return hit.score >= least.score && lead >= least.lead;
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
function concerns({ question, opening }: Thread, hit: Found): boolean {
  const text = `${hit.title} ${hit.text}`;
  const own = sharedStems(question, text);
  return own > 0 || (opening !== null && !asks.test(question) && sharedStems(opening, text) > 0);
}
