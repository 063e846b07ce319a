import type { abstainReasons } from "./classify.ts";

/** Why a service would rather not say. */
export type AbstainReason = (typeof abstainReasons)[number];

export interface Explanation {
  /** One sentence for people. */
  readonly summary: string;
  /** Offsets in UTF-16 code units into the prepared text. */
  readonly evidence: readonly {
    readonly field: "subject" | "body";
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly weight: number;
  }[];
  readonly neighbours: readonly { readonly ticketId: string; readonly similarity: number; readonly label: string }[];
}

/** What a service thinks of one field. A suggestion is never written by itself. */
export interface Suggestion {
  /** `queue`, `priority`, `category`, `urgency` or a configured label. */
  readonly field: string;
  readonly value: string;
  /** 0..1; a probability only when `calibrated`. */
  readonly confidence: number;
  readonly calibrated: boolean;
  readonly alternatives: readonly { readonly value: string; readonly confidence: number }[];
  /** Confidence from which the promised precision was proven on history; `null` where none was. */
  readonly automateThreshold: number | null;
  readonly suggestThreshold: number;
  /** False where this value's own evidence contradicts the promise. */
  readonly valueProven: boolean;
  readonly abstainReason: AbstainReason | null;
  readonly explanation: Explanation;
  readonly engine: "rules" | "linear" | "transformer" | "llm" | "hybrid";
}
