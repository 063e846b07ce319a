import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { StoredCorrection, TriageRepositories } from "@otai/services/ports/triage";
import type { UnitOfWork } from "@otai/services/ports/unit-of-work";
import { ok, pageOf } from "./api-schema.ts";
import type { RequestEnv } from "./context.ts";

const correctionSchema = z
  .object({
    id: z.string(),
    connection: z.string().nullable(),
    ticket_id: z.string(),
    classification_id: z.string().nullable(),
    field: z.string(),
    value: z.string(),
    actor: z.string().nullable(),
    reason: z.string().nullable(),
    recorded_at: z.string(),
  })
  .openapi("Correction");

const listCorrections = createRoute({
  method: "get",
  path: "/corrections",
  summary: "What humans said would have been right, newest first",
  request: { query: z.object({ connection: z.string().optional() }) },
  responses: ok("Corrections", pageOf(correctionSchema)),
});

/** Read access to corrections, mounted under `/api/v1`; they are given by `POST /corrections`. */
export function correctionRoutes(store: UnitOfWork<TriageRepositories>, app: OpenAPIHono<RequestEnv>): void {
  app.openapi(listCorrections, async (context) => {
    const { connection = null } = context.req.valid("query");
    const found = await store.read((tx) => tx.corrections.list(connection));
    return context.json({ items: found.toReversed().map(toWire), next_cursor: null }, 200);
  });
}

function toWire(correction: StoredCorrection): z.output<typeof correctionSchema> {
  const { id, connection, field, value, actor, reason } = correction;
  return {
    id,
    connection,
    ticket_id: correction.ticketId,
    classification_id: correction.classificationId,
    field,
    value,
    actor,
    reason,
    recorded_at: new Date(correction.recordedAt).toISOString(),
  };
}
