import { classifyAnswerSchema } from "@otai/service-api/classify";
import { degradedReasonSchema } from "@otai/service-api/engine-block";
import { sentimentLabelSchema } from "@otai/service-api/enums";
import { groupIdSchema } from "@otai/service-api/route";
import { z } from "zod";

const probability = z.number().min(0).max(1);

/** Who judged, for a service that does not say. */
const engine = {
  engine: z.string().catch("rules").default("rules"),
  model_version: z.string().default("unknown"),
  degraded: z.boolean().default(false),
  degraded_reason: degradedReasonSchema.catch(null).default(null),
  calibrated: z.boolean().default(false),
  language: z.string().nullable().default(null),
  latency_ms: z.number().default(0),
};

/**
 * What the published contract promises, and ours besides as far as it comes: our middleware works against a service that answers no
 * more than the published fields.
 */
export const classificationAnswer = z.object({
  category: z.string(),
  urgency: z.string(),
  sentiment: z.string(),
  confidence: probability,
  confidences: z.record(z.string(), probability).default({}),
  bands: classifyAnswerSchema.shape.bands.optional(),
  thresholds: classifyAnswerSchema.shape.thresholds.optional(),
  alternatives: classifyAnswerSchema.shape.alternatives.default({ category: [], urgency: [] }),
  abstain_reason: classifyAnswerSchema.shape.abstain_reason.catch("low_confidence").default(null),
  explanation: classifyAnswerSchema.shape.explanation.default(null),
  ...engine,
});
export type ClassificationAnswer = z.output<typeof classificationAnswer>;

export const routingAnswer = z.object({
  team: z.string(),
  agent: z.string().nullable().default(null),
  reason: z.string().default(""),
  group_id: groupIdSchema.nullable().default(null),
  group_name: z.string().nullable().default(null),
});

export const sentimentAnswer = z.object({
  score: z.number().min(-1).max(1),
  label: sentimentLabelSchema,
  escalation_risk: probability,
  triggers: z.array(z.string()).default([]),
  confidence: probability.default(0),
  evidence: z.array(z.object({ start: z.number(), end: z.number(), text: z.string() })).default([]),
  trend: z.enum(["improving", "declining", "stable"]).catch("stable").default("stable"),
  previous_score: z.number().nullable().default(null),
  alert_id: z.string().nullable().default(null),
  skipped: z.enum(["empty_text", "auto_generated", "unsupported_language"]).nullable().catch(null).default(null),
  ...engine,
});

export const draftAnswer = z.object({
  draft_id: z.string(),
  draft: z.string(),
  confidence: probability,
  suggested_template: z.string().nullable().default(null),
  refused: z.boolean().default(false),
  refusal_reason: z.string().nullable().default(null),
  citations: z
    .array(z.looseObject({ index: z.number(), title: z.string(), url: z.string().nullable().default(null) }))
    .default([]),
  ...engine,
});

export const evaluationAnswer = z.object({
  overall_score: probability,
  dimensions: z.record(z.string(), probability),
  coaching_notes: z.array(z.string()).default([]),
  evaluation_id: z.string().optional(),
  not_applicable: z.array(z.string()).default([]),
  ...engine,
});
