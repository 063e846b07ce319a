import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Store } from "@otai/core/ports/store";
import { ok, pageOf, paging } from "./api-schema.ts";
import type { RequestEnv } from "./context.ts";

const statsSchema = z
  .object({
    events: z.object({ open: z.number(), done: z.number(), dead: z.number(), oldest_open_at: z.string().nullable() }),
    decisions: z.array(
      z.object({
        field: z.string(),
        decision: z.string(),
        written: z.boolean(),
        outcome: z.string().nullable(),
        count: z.number(),
      }),
    ),
    paused: z.boolean(),
  })
  .openapi("Stats");

const getStats = createRoute({
  method: "get",
  path: "/stats",
  summary: "Numbers of the installation",
  responses: ok("Stats", statsSchema),
});

const listAudit = createRoute({
  method: "get",
  path: "/audit-log",
  summary: "Who or what changed settings",
  request: { query: z.object(paging) },
  responses: ok("Audit entries", pageOf(z.record(z.string(), z.unknown()))),
});

/** Read access to how things stand, mounted under `/api/v1`. */
export function operationRoutes(store: Store, app: OpenAPIHono<RequestEnv>): void {
  app.openapi(getStats, async (context) => {
    const { counts, decisions, paused } = await store.read(async (tx) => ({
      counts: await tx.inbox.counts(),
      decisions: await tx.journal.countDecisions(),
      paused: await tx.settings.isPaused(),
    }));
    const { oldestOpenAt, ...events } = counts;
    const oldest = oldestOpenAt === null ? null : new Date(oldestOpenAt).toISOString();
    return context.json({ events: { ...events, oldest_open_at: oldest }, decisions: [...decisions], paused }, 200);
  });
  app.openapi(listAudit, async (context) => {
    const { limit, cursor } = context.req.valid("query");
    const page = await store.read((tx) => tx.audit.list(limit, cursor ?? null));
    const items = page.items.map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() }));
    return context.json({ items, next_cursor: page.nextCursor }, 200);
  });
}
