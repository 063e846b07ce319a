import type { Instant } from "@otai/plugin-api/ticket";
import type { TicketUpdate } from "@otai/plugin-api/ticket-update";
import type { FieldClaim, Outcome } from "../policy/claim.ts";
import type { Decision } from "../policy/decision.ts";

/** `planned → sent → confirmed`, or `refused` (the other side will not), or `unknown` (look before repeating). */
export type EffectState = "planned" | "sent" | "confirmed" | "unknown" | "refused";
export type EffectKind = "fields" | "tags" | "note" | "contact";

/** What an effect is for: the service whose answer it carries. */
export type Purpose = "triage" | "sentiment" | "draft" | "qa";

/** Something that must not happen twice. The key never contains configuration. */
export interface Effect {
  readonly key: string;
  readonly lane: string;
  readonly runId: string;
  readonly kind: EffectKind;
  readonly purpose: Purpose;
  readonly intent: EffectIntent;
  /** Values of the fields in `intent` as they were before. */
  readonly before: Readonly<Record<string, unknown>>;
  /** The line that our note carries. */
  readonly marker: string | null;
  readonly state: EffectState;
  readonly fence: number;
  readonly createdAt: Instant;
}

/** What is to be written. `expectedVersion` is not part of it: it is that of the ticket read last. */
export interface EffectIntent extends Omit<TicketUpdate, "expectedVersion"> {
  /** For kind `contact`. */
  readonly requester?: { readonly id: string; readonly fields: Readonly<Record<string, string>> };
  /** A note that helps to answer what was written by then; pointless when somebody wrote to or for the customer since. */
  readonly unlessAnsweredSince?: Instant;
}

export interface Run {
  readonly id: string;
  readonly lane: string;
  readonly connectionUid: string;
  readonly ticketId: string;
  readonly eventIds: readonly string[];
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly outcome:
    | "running"
    | "written"
    | "nothing-to-write"
    | "tombstone"
    | "before-watermark"
    | "attributed"
    | "failed";
  readonly modelVersion: string | null;
  readonly policyVersion: string | null;
  readonly language: string | null;
  /** What a person needs to follow the run: explanation, alternatives, refused fields, warnings. No secrets. */
  readonly trace: Readonly<Record<string, unknown>>;
}

export interface StoredDecision extends Decision {
  readonly id: string;
  readonly connectionUid: string;
  readonly ticketSystem: string;
  readonly ticketId: string;
  readonly runId: string;
  readonly modelVersion: string | null;
  readonly written: boolean;
  readonly createdAt: Instant;
  readonly outcome: "kept" | "changed" | "ignored" | null;
}

export interface DecisionQuery {
  readonly ticketSystem?: string;
  readonly ticketId?: string;
  readonly runId?: string;
  readonly field?: string;
  readonly limit: number;
  readonly cursor: string | null;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

export interface Journal {
  addRun(run: Run): Promise<void>;
  finishRun(id: string, outcome: Run["outcome"], finishedAt: Instant, trace: Run["trace"]): Promise<void>;
  getRun(id: string): Promise<Run | null>;
  listRuns(query: { ticketId?: string; limit: number; cursor: string | null }): Promise<Page<Run>>;

  addDecisions(decisions: readonly StoredDecision[]): Promise<void>;
  markWritten(runId: string, fields: readonly string[]): Promise<void>;
  /** Automated decisions of the run that were not written after all become suggestions, with the reason. */
  lowerUnwritten(runId: string, fields: readonly string[], reason: string): Promise<void>;
  setOutcomes(lane: string, outcomes: readonly Outcome[]): Promise<void>;
  /** Newest first. */
  listDecisions(query: DecisionQuery): Promise<Page<StoredDecision>>;
  /** Decisions of the lane's runs whose outcome is still open. */
  openDecisions(lane: string): Promise<readonly StoredDecision[]>;
  countDecisions(): Promise<
    readonly { field: string; decision: string; written: boolean; outcome: string | null; count: number }[]
  >;

  /** @returns false when an effect of this key exists already (and stays as it is). */
  addEffect(effect: Effect): Promise<boolean>;
  getEffect(key: string): Promise<Effect | null>;
  /** Before it is sent again: what is left to write, against what stands there now. */
  replaceEffect(key: string, change: Pick<Effect, "intent" | "before" | "state" | "fence">): Promise<void>;
  setEffectState(key: string, state: EffectState, fence: number): Promise<void>;
  /** Effects of the lane that are `sent`, `planned` or `unknown`. */
  unfinishedEffects(lane: string): Promise<readonly Effect[]>;
  /** Effects of the lane for this purpose, whatever became of them, oldest first. */
  listEffects(lane: string, purpose: Purpose): Promise<readonly Effect[]>;
  /** How many effects of the lane were sent for this purpose since then. */
  countEffects(lane: string, purpose: Purpose, since: Instant): Promise<number>;
  /** A message or resolution that a service was asked about; it is not asked again, whatever came of it. */
  settleCause(key: string, lane: string): Promise<void>;
  isSettled(key: string): Promise<boolean>;

  getClaims(lane: string): Promise<readonly FieldClaim[]>;
  putClaims(lane: string, claims: readonly FieldClaim[]): Promise<void>;
  /** `updatedAt` of the ticket as our own last write left it; an event that says only this is our echo. */
  getOwnWrite(connectionUid: string, ticketId: string): Promise<Instant | null>;
  setOwnWrite(connectionUid: string, ticketId: string, updatedAt: Instant): Promise<void>;
}
