import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Store } from "@otai/core/ports/store";
import { ok, pageOf, paging } from "./api-schema.ts";
import type { RequestEnv } from "./context.ts";

const ticketSchema = z
  .object({
    ticket_system: z.string(),
    ticket_id: z.string(),
    run_id: z.string(),
    at: z.string(),
    language: z.string().nullable(),
    outcome: z.string(),
    fields: z.array(
      z.object({
        field: z.string(),
        from: z.string().nullable(),
        to: z.string().nullable(),
        confidence: z.number().nullable(),
        decision: z.string(),
        would_be: z.string().nullable(),
        written: z.boolean(),
        reason: z.string(),
        why: z.string().nullable().openapi({ description: "What in the text spoke for the value" }),
      }),
    ),
  })
  .openapi("TriagedTicket");

export type TriagedTicket = z.infer<typeof ticketSchema>;

const listTickets = createRoute({
  method: "get",
  path: "/tickets",
  summary: "Tickets that were triaged, newest first, one entry per run",
  request: { query: z.object(paging) },
  responses: ok("Tickets", pageOf(ticketSchema)),
});

/** A run's decisions side by side, as the live table and the first page show them. */
export function ticketRoutes(store: Store, app: OpenAPIHono<RequestEnv>): void {
  app.openapi(listTickets, async (context) => {
    const { limit, cursor } = context.req.valid("query");
    const page = await store.read(async (tx) => {
      const runs = await tx.journal.listRuns({ limit, cursor: cursor ?? null });
      const items: TriagedTicket[] = [];
      for (const run of runs.items) {
        const decisions = (await tx.journal.listDecisions({ runId: run.id, limit: 50, cursor: null })).items;
        if (decisions.length === 0) continue;
        const summaries = summariesOf(run.trace);
        items.push({
          ticket_system: decisions[0]!.ticketSystem,
          ticket_id: run.ticketId,
          run_id: run.id,
          at: new Date(run.startedAt).toISOString(),
          language: run.language,
          outcome: run.outcome,
          fields: [...decisions].reverse().map((decision) => ({
            field: decision.field,
            from: decision.previous,
            to: decision.value,
            confidence: decision.confidence,
            decision: decision.decision,
            would_be: decision.wouldBe,
            written: decision.written,
            reason: decision.reason,
            why: summaries.get(decision.field) ?? null,
          })),
        });
      }
      return { items, next_cursor: runs.nextCursor };
    });
    return context.json(page, 200);
  });
}

function summariesOf(trace: Readonly<Record<string, unknown>>): Map<string, string> {
  const suggestions = (trace.suggestions ?? []) as { field: string; explanation: { summary: string } }[];
  return new Map(suggestions.map((suggestion) => [suggestion.field, suggestion.explanation.summary]));
}
