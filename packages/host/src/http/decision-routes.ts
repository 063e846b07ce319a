import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Store } from "@otai/core/ports/store";
import { ok, pageOf, paging } from "./api-schema.ts";
import type { RequestEnv } from "./context.ts";
import { decisionSchema, toDecision } from "./decision-schema.ts";

const listDecisions = createRoute({
  method: "get",
  path: "/decisions",
  summary: "What was decided, newest first",
  request: {
    query: z.object({
      ...paging,
      ticket_system: z.string().optional(),
      ticket_id: z.string().optional(),
      run_id: z.string().optional(),
      field: z.string().optional(),
    }),
  },
  responses: ok("Decisions", pageOf(decisionSchema)),
});

/** Read access to decisions, mounted under `/api/v1`. */
export function decisionRoutes(store: Store, app: OpenAPIHono<RequestEnv>): void {
  app.openapi(listDecisions, async (context) => {
    const query = context.req.valid("query");
    const page = await store.read((tx) =>
      tx.journal.listDecisions({
        limit: query.limit,
        cursor: query.cursor ?? null,
        ...(query.ticket_system === undefined ? {} : { ticketSystem: query.ticket_system }),
        ...(query.ticket_id === undefined ? {} : { ticketId: query.ticket_id }),
        ...(query.run_id === undefined ? {} : { runId: query.run_id }),
        ...(query.field === undefined ? {} : { field: query.field }),
      }),
    );
    return context.json({ items: page.items.map(toDecision), next_cursor: page.nextCursor }, 200);
  });
}
