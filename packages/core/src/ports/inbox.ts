import type { Instant } from "@otai/plugin-api/ticket";
import type { TicketEventKind } from "@otai/plugin-api/webhook";

/** What a lane may hear of: the ticket system's events, and that an alert about the ticket was resolved at the Sentiment service. */
export type LaneEventKind = TicketEventKind | "alert-resolved";

/** `live` lanes are drained before `backfill` ones. */
export type LaneClass = "live" | "backfill";

export interface NewTicketEvent {
  readonly connectionUid: string;
  readonly ticketId: string;
  readonly kind: LaneEventKind;
  /** Same key, same connection → the same event; a second one is a duplicate and adds nothing. */
  readonly key: string;
  readonly source: "webhook" | "poll" | "import" | "replay" | "service";
  readonly occurredAt: Instant;
  readonly laneClass: LaneClass;
}

export interface TicketEvent extends NewTicketEvent {
  readonly id: string;
  readonly lane: string;
  readonly seq: number;
  readonly receivedAt: Instant;
  readonly state: "open" | "done" | "dead";
  readonly attempts: number;
  readonly error: string | null;
}

/** A lane in the hands of one worker, with everything that was open when it was claimed. */
export interface ClaimedLane {
  readonly key: string;
  readonly connectionUid: string;
  readonly ticketId: string;
  readonly owner: string;
  /** Raised by every claim; a write with an older fence is rolled back. */
  readonly fence: number;
  readonly events: readonly TicketEvent[];
}

export interface LaneOutcome {
  readonly done: readonly string[];
  readonly dead: readonly { readonly eventId: string; readonly error: string }[];
  /** What stays open: again after so many ms; `burnsAttempt` counts it against the event. */
  readonly snooze: { readonly delayMs: number; readonly error: string; readonly burnsAttempt: boolean } | null;
}

export interface InboxCounts {
  readonly open: number;
  readonly dead: number;
  readonly done: number;
  readonly oldestOpenAt: Instant | null;
}

/** Thrown inside a unit of work when the lane was claimed by somebody else meanwhile; rolls everything back. */
export class LostLaneError extends Error {
  constructor(lane: string) {
    super(`lane ${lane} was claimed by another worker`);
    this.name = "LostLaneError";
  }
}

/** Events and lanes: the truth about what is still to be done. */
export interface Inbox {
  /** Stores the event and makes its lane due now (a snoozed lane stays snoozed). */
  add(event: NewTicketEvent): Promise<{ eventId: string; duplicate: boolean }>;
  /** The longest-due free lane with open events, by the store's clock; raises its fence. */
  claim(owner: string, leaseMs: number): Promise<ClaimedLane | null>;
  /** @returns false when the lane is no longer ours. */
  renew(claim: ClaimedLane, leaseMs: number): Promise<boolean>;
  /** @throws LostLaneError when the lane is no longer ours. */
  assertHeld(claim: ClaimedLane): Promise<void>;
  /** Marks events and frees the lane. @throws LostLaneError */
  finish(claim: ClaimedLane, outcome: LaneOutcome): Promise<void>;
  /** When the next free lane falls due; `null` when nothing is open. */
  nextDueAt(): Promise<Instant | null>;
  /** Is an event of this key known? */
  knows(connectionUid: string, key: string): Promise<boolean>;
  get(eventId: string): Promise<TicketEvent | null>;
  listDead(limit: number, cursor: string | null): Promise<{ items: readonly TicketEvent[]; nextCursor: string | null }>;
  /** A dead event becomes open again with its attempts at 0. @returns false when it is not dead. */
  reopen(eventId: string): Promise<boolean>;
  counts(): Promise<InboxCounts>;
}
