import { z } from "@hono/zod-openapi";
import type { TicketEvent } from "@otai/core/ports/inbox";
import type { Run, StoredDecision } from "@otai/core/ports/journal";
import type { Store } from "@otai/core/ports/store";
import { bandOf } from "@otai/service-api/band-of";
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

const routed = new Set(["queue", "priority"]);

function resultsOf(run: Run, decisions: readonly StoredDecision[]): EventResult[] {
  const base = { ticket_id: run.ticketId, run_id: run.id, model_version: run.modelVersion, language: run.language };
  const suggestions = (run.trace.suggestions ?? []) as readonly Suggestion[];
  const step = run.trace.step as string | undefined;
  if (step !== undefined && Object.hasOwn(typesOfSteps, step)) {
    const { step: _, refused: __, ...answer } = run.trace;
    return [{ type: typesOfSteps[step as keyof typeof typesOfSteps], data: { ...base, ...answer }, decisions: [] }];
  }
  const results: EventResult[] = [];
  const shown = suggestions.filter(({ field }) => !routed.has(field));
  if (shown.length > 0) {
    const labels = Object.fromEntries(shown.map((suggestion) => [suggestion.field, reportedValue(suggestion)]));
    results.push({
      type: "ticket.classified",
      data: { ...base, ...labels, ...figuresOf(shown) },
      decisions: decisions.filter(({ field }) => !routed.has(field)).map(toDecision),
    });
  }
  const places = decisions.filter(
    ({ field, value }) => routed.has(field) && value !== null && !isAbstained(field, value),
  );
  if (places.length > 0) {
    const [queue, priority] = ["queue", "priority"].map((name) => places.find(({ field }) => field === name));
    results.push({
      type: "ticket.routed",
      data: {
        ...base,
        ...(queue === undefined ? {} : { team: queue.value, reason: queue.reason }),
        ...(priority === undefined ? {} : { priority: priority.value }),
        ...figuresOf(suggestions.filter(({ field }) => routed.has(field))),
      },
      decisions: places.map(toDecision),
    });
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

  function isAbstained(field: string, value: string): boolean {
    const suggestion = suggestions.find((one) => one.field === field && one.value === value);
    return suggestion !== undefined && bandOf(suggestion).band === "abstain";
  }
}

/** An abstained field reports its neutral value, so that nobody takes a weak guess for a fact; the guess stands in `alternatives`. */
const neutral: Readonly<Record<string, string>> = { category: "unclassified", urgency: "medium" };

function reportedValue(suggestion: Suggestion): string | null {
  return bandOf(suggestion).band === "abstain" ? (neutral[suggestion.field] ?? null) : suggestion.value;
}

function figuresOf(suggestions: readonly Suggestion[]) {
  const by = <Value>(read: (suggestion: Suggestion) => Value) =>
    Object.fromEntries(suggestions.map((suggestion) => [suggestion.field, read(suggestion)]));
  return {
    confidences: by(({ confidence }) => confidence),
    bands: by((suggestion) => bandOf(suggestion).band),
    alternatives: by(({ value, confidence, alternatives }) => [
      { value, confidence },
      ...alternatives.filter((one) => one.value !== value),
    ]),
  };
}
