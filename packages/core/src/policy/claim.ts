import type { Instant } from "@otai/plugin-api/ticket";

/** Who a field belongs to. It is the AI's while it holds the baseline or what we wrote last; once a human chose, it stays human. */
export interface FieldClaim {
  readonly field: string;
  /** At the first snapshot. */
  readonly baseline: string | null;
  readonly lastWritten: string | null;
  readonly owner: "ai" | "human";
}

/** What became of a suggestion. */
export interface Outcome {
  readonly field: string;
  readonly outcome: "kept" | "changed" | "ignored";
  /** What stands there now. */
  readonly value: string | null;
  /** When the ticket was last changed, which is when it came to stand there or later. */
  readonly at: Instant;
}
