import { z } from "zod";

export const degradedReasons = [
  "llm_unavailable",
  "llm_timeout",
  "invalid_model_output",
  "budget_exhausted",
  "model_not_trained",
  "unsupported_language",
  "paused",
] as const;
export type DegradedReason = (typeof degradedReasons)[number];

export const degradedReasonSchema = z.enum(degradedReasons).nullable();

/** Who judged and how far that can be trusted; a part of every answer that holds a judgement. */
export const engineBlock = {
  engine: z.enum(["rules", "linear", "transformer", "llm", "hybrid", "human"]),
  /** Name and version or hash; stable while the model is. */
  model_version: z.string(),
  degraded: z.boolean(),
  degraded_reason: degradedReasonSchema,
  /** Was `confidence` calibrated on held-out data of this installation? */
  calibrated: z.boolean(),
  /** BCP-47 of the text judged. */
  language: z.string().nullable(),
  latency_ms: z.number().min(0),
};

export type EngineBlock = z.output<z.ZodObject<typeof engineBlock>>;
