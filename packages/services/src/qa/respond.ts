import type { EvaluateResponse, Evidence } from "@otai/service-api/qa-evaluate";
import type { EvaluationRecord } from "../ports/qa.ts";
import { type Caller, mayViewAgents } from "./caller.ts";
import { locateQuote } from "./quotes.ts";
import type { Thread } from "./thread.ts";

/** The machine's answer with what people said since; the machine's own words stay as they were. */
export function respond({ answer, human, dispute }: EvaluationRecord): EvaluateResponse {
  return {
    ...answer,
    human_score: human?.score ?? null,
    human,
    dispute,
    needs_human_review:
      human === null ? answer.needs_human_review || dispute?.state === "open" : dispute?.state === "open",
  };
}

/** Who served the customer is shown to those alone who may see it. */
export function forCaller(answer: EvaluateResponse, caller: Caller): EvaluateResponse {
  return mayViewAgents(caller) ? answer : { ...answer, agent_id: null, agents: [] };
}

/**
 * An earlier answer about the same scored messages, for a request in which they stand elsewhere (notes were added between them).
 * @param before indices of the scored messages when the answer was given
 */
export function withIndicesOf(answer: EvaluateResponse, before: readonly number[], thread: Thread): EvaluateResponse {
  const moved = (evidence: readonly Evidence[]) =>
    evidence.flatMap(({ message_index, quote }) => {
      const message = thread.messages[before.indexOf(message_index)];
      return (message && locateQuote(thread, message.index, quote)) ?? [];
    });
  const details = Object.entries(answer.details).map(([name, detail]) => [
    name,
    { ...detail, evidence: moved(detail.evidence) },
  ]);
  return {
    ...answer,
    details: Object.fromEntries(details),
    critical_failures: answer.critical_failures.map((failure) => ({ ...failure, evidence: moved(failure.evidence) })),
  };
}
