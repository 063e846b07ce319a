import type { DraftRequest } from "@otai/service-api/reply-draft";
import type { Passages } from "../knowledge-base/passages.ts";
import type { SolvedAnswers } from "../ports/solved-answers.ts";
import { findAnswer } from "./find-answer.ts";
import { findInjection } from "./injection.ts";
import type { Thread } from "./read-thread.ts";
import { fromPassage, fromSolvedAnswer, fromText, type Source } from "./source.ts";
import type { DraftLanguage } from "./style.ts";
import { sharedStems } from "./terms.ts";

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

/** Below it a past question is another question: an answer to it was an answer to another matter once in six times. */
const leastSimilarity = 0.65;
/** The caller's context has no rank of its own: where it has words of the question it counts as a good article. */
const contextScore = 0.8;
const leastShared = 2;
/** Deep enough to see the next other article behind copies, and whether a sentence and the whole message lead to the same one. */
const leastLookedAt = 20;
/** What may be cited in an answer to this thread: the caller's context, articles, and, where those are silent, solved tickets. */
export async function gatherEvidence(
  thread: Thread,
  request: Pick<DraftRequest, "audience" | "top_k" | "context" | "connection">,
  language: DraftLanguage,
  { passages, solvedAnswers }: EvidencePorts,
): Promise<Evidence> {
  const search = (query: string) =>
    passages.find(query, { audience: request.audience, language, topK: Math.max(request.top_k, leastLookedAt) });
  const found = await findAnswer(thread, search);
  const sources: Source[] = found.hits.slice(0, request.top_k).map(fromPassage);
  const context = request.context;
  if (context !== null && sharedStems(`${thread.opening ?? ""} ${thread.question}`, context) >= leastShared) {
    sources.unshift(fromText("context", context, contextScore));
  }
  if (sources.length === 0 && solvedAnswers !== null) {
    const { connection, top_k: topK } = request;
    const answers = await solvedAnswers.find(found.query, { connection, language, topK });
    sources.push(...answers.filter(({ similarity }) => similarity >= leastSimilarity).map(fromSolvedAnswer));
  }
  const clean = sources.filter(({ text, title }) => findInjection(`${title}\n${text}`) === null);
  return { sources: clean, query: found.query, bestScore: found.bestScore, injected: clean.length < sources.length };
}
