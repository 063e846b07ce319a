import type { ApiDecision } from "./otai-api.ts";
import type { DeskSummary } from "./sandbox-control.ts";

export interface WrittenShare {
  readonly field: "queue" | "priority";
  readonly tickets: number;
  /** Tickets whose field OTAI wrote, or found so already and vouched for. */
  readonly automated: number;
  readonly right: number;
  /** Ids of tickets that now hold a value that is not the true one. */
  readonly wrong: readonly number[];
  /** right / automated; `null` when nothing was automated. */
  readonly precision: number | null;
  /** automated / tickets */
  readonly coverage: number;
}

/** Compares what OTAI wrote with what the simulated customers truly wanted. */
export function writtenShare(
  field: "queue" | "priority",
  tickets: readonly DeskSummary[],
  decisions: readonly ApiDecision[],
): WrittenShare {
  const automated = new Set(
    decisions.filter((one) => one.field === field && one.decision === "automate").map((one) => one.ticket_id),
  );
  const judged = tickets.filter((ticket) => automated.has(String(ticket.id)));
  const wrong = judged.filter((ticket) => ticket[field] !== ticket.truth[field]).map(({ id }) => id);
  const right = judged.length - wrong.length;
  return {
    field,
    tickets: tickets.length,
    automated: judged.length,
    right,
    wrong,
    precision: judged.length === 0 ? null : right / judged.length,
    coverage: tickets.length === 0 ? 0 : judged.length / tickets.length,
  };
}

/** How often each reason was given for a field, most frequent first: why so little was written. */
export function reasonsOf(field: string, decisions: readonly ApiDecision[]): string {
  const counts = new Map<string, number>();
  for (const one of decisions) {
    if (one.field !== field) continue;
    const reason = one.reason.replace(/[\d.]+ %/g, "… %");
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([reason, count]) => `${count} × ${reason}`)
    .join("; ");
}
