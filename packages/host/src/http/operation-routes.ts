import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { TicketEvent } from "@otai/core/ports/inbox";
import type { Store } from "@otai/core/ports/store";
import type { Clock, Ids } from "@otai/core/ports/surroundings";
import { errorAnswer } from "./api-error.ts";
import { pageOf, paging } from "./decision-routes.ts";

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

const modelSchema = z
  .object({
    version: z.string(),
    connection_uid: z.string(),
    champion: z.boolean(),
    bytes: z.number(),
    trained_at: z.string(),
    examples: z.number(),
    targets: z.array(z.string()),
    languages: z.record(z.string(), z.number()),
    figures: z.record(z.string(), z.unknown()),
  })
  .openapi("Model");

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

const ok = <Schema extends z.ZodType>(schema: Schema) => ({
  200: { description: "OK", content: { "application/json": { schema } } },
});
const gone = { 404: { description: "Not found" } };

const routes = {
  stats: createRoute({
    method: "get",
    path: "/stats",
    summary: "Numbers of the installation",
    responses: ok(statsSchema),
  }),
  event: createRoute({
    method: "get",
    path: "/events/{id}",
    summary: "One ticket event",
    request: { params: z.object({ id: z.string() }) },
    responses: { ...ok(eventSchema), ...gone },
  }),
  deadLetters: createRoute({
    method: "get",
    path: "/dead-letters",
    summary: "Events that were given up, with the reason",
    request: { query: z.object(paging) },
    responses: ok(pageOf(eventSchema)),
  }),
  models: createRoute({
    method: "get",
    path: "/models",
    summary: "Models, newest first",
    responses: ok(pageOf(modelSchema)),
  }),
  audit: createRoute({
    method: "get",
    path: "/audit-log",
    summary: "Who or what changed settings",
    request: { query: z.object(paging) },
    responses: ok(pageOf(z.record(z.string(), z.unknown()))),
  }),
};

/** Read access to how things stand, mounted under `/api/v1`. */
export function operationRoutes(store: Store, app: OpenAPIHono): OpenAPIHono {
  app.openapi(routes.stats, async (context) => {
    const { counts, decisions, paused } = await store.read(async (tx) => ({
      counts: await tx.inbox.counts(),
      decisions: await tx.journal.countDecisions(),
      paused: await tx.settings.isPaused(),
    }));
    const { oldestOpenAt, ...events } = counts;
    const oldest = oldestOpenAt === null ? null : new Date(oldestOpenAt).toISOString();
    return context.json({ events: { ...events, oldest_open_at: oldest }, decisions: [...decisions], paused }, 200);
  });
  app.openapi(routes.event, async (context) => {
    const { id } = context.req.valid("param");
    const event = await store.read((tx) => tx.inbox.get(id));
    if (event === null) return errorAnswer(context, 404, `There is no event ${id}`) as never;
    return context.json(toEvent(event), 200);
  });
  app.openapi(routes.deadLetters, async (context) => {
    const { limit, cursor } = context.req.valid("query");
    const page = await store.read((tx) => tx.inbox.listDead(limit, cursor ?? null));
    return context.json({ items: page.items.map(toEvent), next_cursor: page.nextCursor }, 200);
  });
  app.openapi(routes.models, async (context) => {
    const items = await store.read(async (tx) => {
      const champions = new Set<string>();
      for (const connection of await tx.connections.list()) {
        const champion = await tx.learning.getChampion(connection.uid);
        if (champion !== null) champions.add(champion.version);
      }
      return (await tx.learning.listModels(null)).map((model) => ({
        version: model.version,
        connection_uid: model.connectionUid,
        champion: champions.has(model.version),
        bytes: model.bytes,
        trained_at: new Date(model.trainedAt).toISOString(),
        examples: model.examples,
        targets: [...model.targets],
        languages: { ...model.languages },
        figures: { ...model.figures },
      }));
    });
    return context.json({ items, next_cursor: null }, 200);
  });
  app.openapi(routes.audit, async (context) => {
    const { limit, cursor } = context.req.valid("query");
    const page = await store.read((tx) => tx.audit.list(limit, cursor ?? null));
    const items = page.items.map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() }));
    return context.json({ items, next_cursor: page.nextCursor }, 200);
  });
  return app;
}

const changed = z.object({ status: z.literal("ok") });
const changes = {
  pause: createRoute({
    method: "post",
    path: "/pause",
    summary: "Stop all AI writes, keep every setting",
    responses: ok(changed),
  }),
  resume: createRoute({ method: "post", path: "/resume", summary: "Allow AI writes again", responses: ok(changed) }),
  retry: createRoute({
    method: "post",
    path: "/dead-letters/{id}/retry",
    summary: "Try a dead event once more; effects that happened are not repeated",
    request: { params: z.object({ id: z.string() }) },
    responses: { ...ok(changed), ...gone },
  }),
};

/** What an administrator changes while it runs; every change is in the audit. */
export function controlRoutes(store: Store, clock: Clock, ids: Ids, app: OpenAPIHono): OpenAPIHono {
  const setPaused = (paused: boolean) =>
    store.write(async (tx) => {
      await tx.settings.setPaused(paused);
      const action = paused ? "pause" : "resume";
      await tx.audit.add({ id: ids.next("au"), at: clock.now(), actor: "api", action, subject: "writes", details: {} });
    });
  app.openapi(changes.pause, async (context) => {
    await setPaused(true);
    return context.json({ status: "ok" as const }, 200);
  });
  app.openapi(changes.resume, async (context) => {
    await setPaused(false);
    return context.json({ status: "ok" as const }, 200);
  });
  app.openapi(changes.retry, async (context) => {
    const { id } = context.req.valid("param");
    const reopened = await store.write(async (tx) => {
      const done = await tx.inbox.reopen(id);
      const entry = { id: ids.next("au"), at: clock.now(), actor: "api", action: "retry", subject: id, details: {} };
      if (done) await tx.audit.add(entry);
      return done;
    });
    if (!reopened) return errorAnswer(context, 404, `There is no dead event ${id}`) as never;
    return context.json({ status: "ok" as const }, 200);
  });
  return app;
}
