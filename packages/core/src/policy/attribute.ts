import type { Ticket } from "@otai/plugin-api/ticket";
import type { Outcome } from "./claim.ts";
import type { Decision } from "./decision.ts";
import { fieldLabel } from "./field-values.ts";

/**
 * What became of earlier decisions, from the ticket as it is now. A written value that was changed counts at once;
 * everything else is judged when the ticket is solved.
 */
export function attribute(
  decisions: readonly (Decision & { readonly written: boolean })[],
  ticket: Ticket,
  writeTo: ReadonlyMap<string, string>,
): Outcome[] {
  const finished = ticket.status === "solved" || ticket.status === "closed";
  const outcomes: Outcome[] = [];
  for (const decision of decisions) {
    if (decision.field === "tags") continue;
    const current = fieldLabel(ticket, writeTo.get(decision.field) ?? decision.field);
    const outcome = judge(decision, current, finished);
    if (outcome !== null) outcomes.push({ field: decision.field, outcome, value: current, at: ticket.updatedAt });
  }
  return outcomes;
}

function judge(
  decision: Decision & { readonly written: boolean },
  current: string | null,
  finished: boolean,
): Outcome["outcome"] | null {
  const same = current === decision.value;
  if (decision.written && !same) return "changed";
  if (!finished) return null;
  if (decision.value === null || (decision.decision === "abstain" && !same)) return "ignored";
  return same ? "kept" : "changed";
}
