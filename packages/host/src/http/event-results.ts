import { z } from "@hono/zod-openapi";
import type { TicketEvent } from "@otai/core/ports/inbox";
import type { Run, StoredDecision } from "@otai/core/ports/journal";
import type { Store } from "@otai/core/ports/store";
import { isPlace, proposedPlaces, triageResults } from "@otai/core/runs/triage-results";
import type { Suggestion } from "@otai/service-api/suggestion";
import { decisionSchema, toDecision } from "./decision-schema.ts";

/** What the steps besides triage come to; their traces hold what the services answered, without the text itself. */
const typesOfSteps = {
  sentiment: "customer.sentiment",
  draft: "ticket.drafted",
  qa: "conversation.evaluated",
} as const;

export const resultSchema = z
  .object({
    type: z.enum(["ticket.classified", "ticket.routed", "decision.abstained", ...Object.values(typesOfSteps)]),
    data: z.record(z.string(), z.unknown()),
    decisions: z.array(decisionSchema),
  })
  .openapi("EventResult");
export type EventResult = z.infer<typeof resultSchema>;

/** A ticket's runs are few; an event belongs to one of the latest. */
const runsLookedAt = 100;

/** What the work on an event came to, in every mode; empty while it is open and where there was nothing to judge. */
export async function eventResults(store: Store, event: TicketEvent): Promise<EventResult[]> {
  return store.read(async (tx) => {
    const { items } = await tx.journal.listRuns({ ticketId: event.ticketId, limit: runsLookedAt, cursor: null });
    const runs = items.filter((run) => run.connectionUid === event.connectionUid && run.eventIds.includes(event.id));
    const results: EventResult[] = [];
    for (const run of runs.reverse()) {
      const decisions = await tx.journal.listDecisions({ runId: run.id, limit: 100, cursor: null });
      results.push(...resultsOf(run, decisions.items));
    }
    return results;
  });
}

function resultsOf(run: Run, decisions: readonly StoredDecision[]): EventResult[] {
  const base = { ticket_id: run.ticketId, run_id: run.id, model_version: run.modelVersion, language: run.language };
  const suggestions = (run.trace.suggestions ?? []) as readonly Suggestion[];
  const step = run.trace.step as string | undefined;
  if (step !== undefined && Object.hasOwn(typesOfSteps, step)) {
    const { step: _, refused: __, ...answer } = run.trace;
    return [{ type: typesOfSteps[step as keyof typeof typesOfSteps], data: { ...base, ...answer }, decisions: [] }];
  }
  const results: EventResult[] = [];
  const { classified, routed } = triageResults(run, suggestions, decisions);
  if (classified !== null) {
    const labels = decisions.filter((decision) => !isPlace(decision));
    results.push({ type: "ticket.classified", data: classified, decisions: labels.map(toDecision) });
  }
  if (routed !== null) {
    const places = proposedPlaces(suggestions, decisions);
    results.push({ type: "ticket.routed", data: routed, decisions: places.map(toDecision) });
  }
  const abstained = decisions.filter((decision) => (decision.wouldBe ?? decision.decision) === "abstain");
  if (abstained.length > 0) {
    const told = abstained.map(({ field, reason, confidence }) => ({ field, reason, confidence }));
    results.push({
      type: "decision.abstained",
      data: { ...base, abstained: told },
      decisions: abstained.map(toDecision),
    });
  }
  return results;
}
