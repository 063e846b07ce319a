import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { TicketEvent } from "@otai/core/ports/inbox";
import type { Store } from "@otai/core/ports/store";
import { errorAnswer } from "./api-error.ts";
import { notFound, ok, pageOf, paging } from "./api-schema.ts";
import type { RequestEnv } from "./context.ts";
import { eventResults, resultSchema } from "./event-results.ts";

const eventSchema = z
  .object({
    id: z.string(),
    ticket_id: z.string(),
    kind: z.string(),
    source: z.string(),
    state: z.enum(["open", "done", "dead"]),
    attempts: z.number(),
    error: z.string().nullable(),
    received_at: z.string(),
  })
  .openapi("TicketEvent");

function toEvent(event: TicketEvent): z.infer<typeof eventSchema> {
  return {
    id: event.id,
    ticket_id: event.ticketId,
    kind: event.kind,
    source: event.source,
    state: event.state,
    attempts: event.attempts,
    error: event.error,
    received_at: new Date(event.receivedAt).toISOString(),
  };
}

const getEvent = createRoute({
  method: "get",
  path: "/events/{id}",
  summary: "One ticket event, and what the work on it came to",
  request: { params: z.object({ id: z.string() }) },
  responses: { ...ok("Ticket event", eventSchema.extend({ results: z.array(resultSchema) })), ...notFound },
});

const listDeadLetters = createRoute({
  method: "get",
  path: "/dead-letters",
  summary: "Events that were given up, with the reason",
  request: { query: z.object(paging) },
  responses: ok("Dead events", pageOf(eventSchema)),
});

/** Read access to the inbox, mounted under `/api/v1`. */
export function eventRoutes(store: Store, app: OpenAPIHono<RequestEnv>): void {
  app.openapi(getEvent, async (context) => {
    const { id } = context.req.valid("param");
    const event = await store.read((tx) => tx.inbox.get(id));
    if (event === null) return errorAnswer(context, 404, `There is no event ${id}`);
    return context.json({ ...toEvent(event), results: await eventResults(store, event) }, 200);
  });
  app.openapi(listDeadLetters, async (context) => {
    const { limit, cursor } = context.req.valid("query");
    const page = await store.read((tx) => tx.inbox.listDead(limit, cursor ?? null));
    return context.json({ items: page.items.map(toEvent), next_cursor: page.nextCursor }, 200);
  });
}
