import type { EvaluateRequest, NotEligibleReason } from "@otai/service-api/qa-evaluate";
import type { Rubric } from "@otai/service-api/qa-rubric";
import { ServiceError } from "@otai/service-api/service-error";
import { agentMessages, customerMessages, type Thread } from "./thread.ts";

/** Words in all, below which nothing can be said. */
const leastWords = 10;

const why: Readonly<Record<NotEligibleReason, string>> = {
  no_agent_message: "no public message of an agent",
  no_customer_message: "no public message of a customer",
  too_short: `fewer than ${leastWords} words in all`,
  spam: "spam",
  merged: "merged into another conversation",
  unsupported_language: "in a language that the rubric or the engine does not support",
  nothing_applicable: "no criterion of the rubric applies",
  automated_only: "one side is automated messages only",
};

export function notEligible(reason: NotEligibleReason): ServiceError {
  return new ServiceError("NOT_ELIGIBLE", `The conversation cannot be scored: ${why[reason]}`, { reason });
}

/** @throws ServiceError `NOT_ELIGIBLE` with the first reason that applies. */
export function requireEligible(
  thread: Thread,
  status: EvaluateRequest["status"],
  language: string | null,
  rubric: Rubric,
): void {
  if (status === "merged" || status === "spam") throw notEligible(status);
  if (thread.spam) throw notEligible("spam");
  if (agentMessages(thread).length === 0)
    throw notEligible(thread.automated.agent > 0 ? "automated_only" : "no_agent_message");
  if (customerMessages(thread).length === 0)
    throw notEligible(thread.automated.customer > 0 ? "automated_only" : "no_customer_message");
  if (thread.messages.reduce((sum, { words }) => sum + words.length, 0) < leastWords) throw notEligible("too_short");
  if (rubric.languages.length > 0 && language !== null && !rubric.languages.some((known) => isSame(known, language)))
    throw notEligible("unsupported_language");
}

/** `de-AT` is German. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase().split("-")[0] === other.toLowerCase().split("-")[0];
}
