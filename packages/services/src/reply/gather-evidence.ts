import type { DraftRequest } from "@otai/service-api/reply-draft";
import { cutText } from "@otai/text/clean";
import type { Passages } from "../knowledge-base/passages.ts";
import type { SolvedAnswers } from "../ports/solved-answers.ts";
import { findInjection } from "./injection.ts";
import type { Thread } from "./read-thread.ts";
import { fromPassage, fromSolvedAnswer, fromText, type Source } from "./source.ts";
import type { DraftLanguage } from "./style.ts";
import { contentStems } from "./terms.ts";

export interface Evidence {
  /** Best first; empty when nothing answers. */
  readonly sources: readonly Source[];
  /** What was looked for. */
  readonly query: string;
  /** Of the best article, whether it was taken or not. */
  readonly bestScore: number;
  /** A source was left out because it speaks to a model. */
  readonly injected: boolean;
}

export interface EvidencePorts {
  readonly passages: Passages;
  readonly solvedAnswers: SolvedAnswers | null;
}

const longestQuery = 1_800;
/** Below it a past question is another question. */
const leastSimilarity = 0.5;
/** The caller's context has no rank of its own: where it has words of the question it counts as a good article. */
const contextScore = 0.8;
const leastShared = 2;
const asks =
  /\?|^(?:how|what|where|when|why|which|can|could|do|does|is|are|wie|was|wo|wann|warum|welche[rs]?|kann|können|ist|sind|gibt)\b/im;

/** What may be cited in an answer to this thread: the caller's context, articles, and, where those are silent, solved tickets. */
export async function gatherEvidence(
  thread: Thread,
  request: Pick<DraftRequest, "audience" | "top_k" | "context" | "connection">,
  language: DraftLanguage,
  { passages, solvedAnswers }: EvidencePorts,
): Promise<Evidence> {
  const options = { audience: request.audience, language, topK: request.top_k };
  const found: { sources: Source[]; bestScore: number } = { sources: [], bestScore: 0 };
  let query = cutText(thread.question, longestQuery);
  for (const attempt of queriesOf(thread)) {
    const hits = await passages.find(attempt, options);
    found.bestScore = Math.max(found.bestScore, hits[0]?.score ?? 0);
    found.sources = hits.filter((hit) => hit.answered && fits(thread, hit)).map(fromPassage);
    query = attempt;
    if (found.sources.length > 0) break;
  }
  const context = request.context;
  if (context !== null && shared(`${thread.opening ?? ""} ${thread.question}`, context) >= leastShared) {
    found.sources.unshift(fromText("context", context, contextScore));
  }
  if (found.sources.length === 0 && solvedAnswers !== null) {
    const connection = request.connection;
    const answers = await solvedAnswers.find(query, { connection, language, topK: request.top_k });
    found.sources = answers.filter(({ similarity }) => similarity >= leastSimilarity).map(fromSolvedAnswer);
  }
  const clean = found.sources.filter(({ text, title }) => findInjection(`${title}\n${text}`) === null);
  return { sources: clean, query, bestScore: found.bestScore, injected: clean.length < found.sources.length };
}

/** The last message alone where it says enough, else with the first one, which says what it is all about. */
function queriesOf({ question, opening }: Thread): string[] {
  const last = cutText(question, longestQuery);
  if (opening === null) return [last];
  const both = cutText(`${cutText(question, longestQuery / 2)}\n${opening}`, longestQuery);
  return contentStems(question).length >= leastShared ? [last, both] : [both];
}

/** An answer to the first question is none to the last, if that asks something of its own. */
function fits({ question, opening }: Thread, hit: { readonly text: string; readonly title: string }): boolean {
  const own = shared(question, `${hit.title} ${hit.text}`);
  if (opening === null || asks.test(question)) return own > 0;
  return own + shared(opening, `${hit.title} ${hit.text}`) > 0;
}

function shared(text: string, other: string): number {
  const known = new Set(contentStems(other));
  return new Set(contentStems(text).filter((word) => known.has(word))).size;
}
