import type { ThreadMessage } from "./thread.ts";
import { causeKey, type Visit } from "./visit.ts";

/** An answer that solves the ticket may be stamped a little later than the solved state. */
const sameMoment = 60_000;

/**
 * What one evaluation belongs to: the last word before the ticket was solved. Resolved and then closed is the same one; solved
 * again counts only with a new public message (D38), and a thank-you on a ticket that stays solved is no new resolution.
 */
export function resolutionCause(visit: Visit, thread: readonly ThreadMessage[]): string {
  const until = (visit.ticket.solvedAt ?? Number.POSITIVE_INFINITY) + sameMoment;
  const last = thread.findLast(({ createdAt }) => createdAt <= until) ?? thread.at(-1);
  return causeKey(visit, "qa", `after ${last?.cause ?? "nothing"}`);
}
