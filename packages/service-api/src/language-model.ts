import type { z } from "zod";
import type { DegradedReason } from "./engine-block.ts";

export interface ModelRequest<Answer> {
  /** What for, as a metric and in the meter: `draft`, `draft-check`, `qa`, `classify`. */
  readonly purpose: string;
  /** Instructions of ours; never a word from a ticket. */
  readonly system: string;
  /** Delimited data. Personal data was replaced before. */
  readonly prompt: string;
  readonly schema: z.ZodType<Answer>;
  readonly maxOutputTokens: number;
  /** Milliseconds for the whole call, one repair included. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

export interface ModelAnswer<Answer> {
  readonly value: Answer;
  /** True when the same content had been asked before. */
  readonly cached: boolean;
}

/** A language model behind a schema. It has no tools, and its answer is untrusted. */
export interface LanguageModel {
  /** For `model_version`. */
  readonly name: string;
  /** @throws ModelError always, when there is no answer that fits the schema. */
  generate<Answer>(request: ModelRequest<Answer>): Promise<ModelAnswer<Answer>>;
}

/** Why a model gave nothing usable. The caller falls back to the embedded engine and says so. */
export class ModelError extends Error {
  readonly reason: Extract<
    DegradedReason,
    "llm_unavailable" | "llm_timeout" | "invalid_model_output" | "budget_exhausted"
  >;

  constructor(reason: ModelError["reason"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ModelError";
    this.reason = reason;
  }
}
