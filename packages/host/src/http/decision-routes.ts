import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Run, StoredDecision } from "@otai/core/ports/journal";
import type { Store } from "@otai/core/ports/store";
import { errorAnswer } from "./api-error.ts";

const decisionSchema = z
  .object({
    id: z.string(),
    ticket_system: z.string(),
    ticket_id: z.string(),
    run_id: z.string(),
    field: z.string().openapi({ description: "queue, priority, type, tags or a configured label" }),
    value: z.string().nullable(),
    confidence: z.number().nullable(),
    decision: z.enum(["automate", "suggest", "abstain", "shadow"]),
    would_be: z.string().nullable().openapi({ description: "In mode shadow: what it had been" }),
    mode: z.enum(["shadow", "suggest", "automate"]),
    reason: z.string(),
    previous: z.string().nullable(),
    written: z.boolean(),
    model_version: z.string().nullable(),
    threshold: z.number().nullable(),
    created_at: z.string(),
    outcome: z.enum(["kept", "changed", "ignored"]).nullable(),
  })
  .openapi("Decision");

const runSchema = z
  .object({
    id: z.string(),
    ticket_system_uid: z.string(),
    ticket_id: z.string(),
    event_ids: z.array(z.string()),
    started_at: z.string(),
    finished_at: z.string().nullable(),
    outcome: z.string(),
    model_version: z.string().nullable(),
    policy_version: z.string().nullable(),
    language: z.string().nullable(),
    trace: z.record(z.string(), z.unknown()),
  })
  .openapi("Run");

export const paging = {
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().optional(),
};

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next_cursor: z.string().nullable() });
}

function toDecision(decision: StoredDecision): z.infer<typeof decisionSchema> {
  return {
    id: decision.id,
    ticket_system: decision.ticketSystem,
    ticket_id: decision.ticketId,
    run_id: decision.runId,
    field: decision.field,
    value: decision.value,
    confidence: decision.confidence,
    decision: decision.decision,
    would_be: decision.wouldBe,
    mode: decision.mode,
    reason: decision.reason,
    previous: decision.previous,
    written: decision.written,
    model_version: decision.modelVersion,
    threshold: decision.threshold,
    created_at: new Date(decision.createdAt).toISOString(),
    outcome: decision.outcome,
  };
}

function toRun(run: Run): z.infer<typeof runSchema> {
  return {
    id: run.id,
    ticket_system_uid: run.connectionUid,
    ticket_id: run.ticketId,
    event_ids: [...run.eventIds],
    started_at: new Date(run.startedAt).toISOString(),
    finished_at: run.finishedAt === null ? null : new Date(run.finishedAt).toISOString(),
    outcome: run.outcome,
    model_version: run.modelVersion,
    policy_version: run.policyVersion,
    language: run.language,
    trace: run.trace,
  };
}

const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { "application/json": { schema } },
});

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
  responses: { 200: json("Decisions", pageOf(decisionSchema)) },
});

const listRuns = createRoute({
  method: "get",
  path: "/runs",
  summary: "Runs, newest first",
  request: { query: z.object({ ...paging, ticket_id: z.string().optional() }) },
  responses: { 200: json("Runs", pageOf(runSchema)) },
});

const getRun = createRoute({
  method: "get",
  path: "/runs/{id}",
  summary: "One run with its explanation and decisions",
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: json("Run", runSchema.extend({ decisions: z.array(decisionSchema) })),
    404: { description: "No such run" },
  },
});

/** Read access to decisions and runs, mounted under `/api/v1`. */
export function decisionRoutes(store: Store, app: OpenAPIHono): OpenAPIHono {
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
  app.openapi(listRuns, async (context) => {
    const { limit, cursor, ticket_id: ticketId } = context.req.valid("query");
    const page = await store.read((tx) =>
      tx.journal.listRuns({ limit, cursor: cursor ?? null, ...(ticketId === undefined ? {} : { ticketId }) }),
    );
    return context.json({ items: page.items.map(toRun), next_cursor: page.nextCursor }, 200);
  });
  app.openapi(getRun, async (context) => {
    const { id } = context.req.valid("param");
    const found = await store.read(async (tx) => ({
      run: await tx.journal.getRun(id),
      decisions: await tx.journal.listDecisions({ runId: id, limit: 100, cursor: null }),
    }));
    if (found.run === null) return errorAnswer(context, 404, `There is no run ${id}`) as never;
    return context.json({ ...toRun(found.run), decisions: found.decisions.items.map(toDecision) }, 200);
  });
  return app;
}
