/** How much is allowed. `shadow` writes nothing, `suggest` only AI fields, tags and notes, `automate` the real fields. */
export type Mode = "shadow" | "suggest" | "automate";

/** Where the confidence falls. A band is part of the suggestion; what is done with it is the decision. */
export type Band = "automate" | "suggest" | "abstain";

/** What was decided for one field of one ticket. */
export interface Decision {
  /** `queue`, `priority`, `type`, `tags` or a configured label. */
  readonly field: string;
  readonly value: string | null;
  readonly confidence: number | null;
  readonly decision: "automate" | "suggest" | "abstain" | "shadow";
  /** In `shadow`: what it had been. */
  readonly wouldBe: Band | null;
  readonly mode: Mode;
  /** One sentence for people. */
  readonly reason: string;
  /** The field as it was when decided. */
  readonly previous: string | null;
  readonly threshold: number | null;
}
