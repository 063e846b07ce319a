import type { Mode } from "./decision.ts";
import type { Lifecycle } from "./lifecycle.ts";

/** Settings of one field of one connection. */
export interface FieldPolicy {
  readonly field: string;
  readonly mode: Mode;
  /** Promised precision in band `automate`, 0..1. */
  readonly precision: number;
  /** Where a value goes: `queue`, `priority`, `type`, `custom_fields.<key>`; `null` when only AI fields and tags carry it. */
  readonly writeTo: string | null;
  /** Values whose automation agents changed so often that they are only suggested until somebody lifts that. */
  readonly demoted?: readonly string[];
}

/** All that decides for one connection. */
export interface Policy {
  readonly version: string;
  readonly fields: readonly FieldPolicy[];
  /** Fields that may replace, once, what stood there at creation. */
  readonly overwriteOnCreate: readonly string[];
  readonly paused: boolean;
  /** Post a private note that explains the triage. */
  readonly triageNote: boolean;
  readonly actionsPerTicketPerHour: number;
  /** Share of tickets that is never automated, so that the learner does not train on its own output. */
  readonly holdout: number;
  readonly lifecycle: Lifecycle;
}

export interface Policies {
  /** The policy in force, by the newest version. */
  current(connectionUid: string): Promise<Policy>;
}
