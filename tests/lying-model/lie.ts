import type { DegradedReason } from "@otai/service-api/engine-block";
import type { Purpose, Script } from "./lying-server.ts";

type Told = Exclude<Purpose, "draft-check">;

export interface Lie {
  readonly name: string;
  readonly script: Script;
  /** What must be nowhere in what is written, drafted or answered. */
  readonly planted: RegExp;
  /** Why a service does not take the model's word; one that is not named takes it, as far as it holds. */
  readonly refused: Readonly<Partial<Record<Told, DegradedReason>>>;
  /** Added to what the customer writes. */
  readonly plea?: string;
  readonly german?: true;
}

export const unusable = "invalid_model_output";
/** Nothing of it is taken by anybody. */
export const all = { draft: unusable, qa: unusable, classify: unusable, sentiment: unusable } as const;
