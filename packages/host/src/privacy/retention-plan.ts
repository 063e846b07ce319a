import type { AgingKind } from "@otai/core/ports/privacy";
import type { Config } from "../config/config-schema.ts";

export type RetentionDays = Config["privacy"]["retention_days"];

/** So long a request may be repeated with its `Idempotency-Key` and gets the answer that it got. */
const answerDays = 7;

/** How long each kind of row is kept, in days. */
export function retentionPlan({ payload, drafts, decisions, training }: RetentionDays): readonly [AgingKind, number][] {
  return [
    ["deliveries", payload],
    ["documents", payload],
    ["answers", Math.min(payload, answerDays)],
    ["traces", payload],
    ["drafts", drafts],
    ["misses", drafts],
    ["model-answers", drafts],
    // Notes hold drafts.
    ["effects", Math.min(drafts, decisions)],
    ["sentiment", decisions],
    ["alerts", decisions],
    ["evaluations", decisions],
    ["solved-answers", decisions],
    ["decisions", decisions],
    ["runs", decisions],
    ["training", training],
  ];
}
