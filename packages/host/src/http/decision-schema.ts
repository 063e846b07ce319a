import { z } from "@hono/zod-openapi";
import type { StoredDecision } from "@otai/core/ports/journal";

export const decisionSchema = z
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

export function toDecision(decision: StoredDecision): z.infer<typeof decisionSchema> {
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
