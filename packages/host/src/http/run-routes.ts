import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Run } from "@otai/core/ports/journal";
import type { Store } from "@otai/core/ports/store";
import { errorAnswer } from "./api-error.ts";
import { notFound, ok, pageOf, paging } from "./api-schema.ts";
import type { RequestEnv } from "./context.ts";
import { decisionSchema, toDecision } from "./decision-schema.ts";

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

const listRuns = createRoute({
  method: "get",
  path: "/runs",
  summary: "Runs, newest first",
  request: { query: z.object({ ...paging, ticket_id: z.string().optional() }) },
  responses: ok("Runs", pageOf(runSchema)),
});

const getRun = createRoute({
  method: "get",
  path: "/runs/{id}",
  summary: "One run with its explanation and decisions",
  request: { params: z.object({ id: z.string() }) },
  responses: { ...ok("Run", runSchema.extend({ decisions: z.array(decisionSchema) })), ...notFound },
});

/** Read access to runs, mounted under `/api/v1`. */
export function runRoutes(store: Store, app: OpenAPIHono<RequestEnv>): void {
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
    if (found.run === null) return errorAnswer(context, 404, `There is no run ${id}`);
    return context.json({ ...toRun(found.run), decisions: found.decisions.items.map(toDecision) }, 200);
  });
}
