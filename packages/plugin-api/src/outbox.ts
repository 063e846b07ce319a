import type { Instant } from "./ticket.ts";

/** What became of one look into the outbox. */
export interface OutboxReport {
  readonly delivered: number;
  /** Tried and not taken, to be tried again or given up. */
  readonly failed: number;
  /** When something falls due next; `null` when nothing waits. */
  readonly nextDueAt: Instant | null;
  /** Set once, by the look that gave the receiver up: the reason, for people. */
  readonly disabled: string | null;
}

/**
 * For systems that are told our results instead of being written to: messages that were queued by writes and go out on their own, so
 * that a receiver that is down holds up no ticket. Safe to call by several workers at once.
 */
export interface Outbox {
  /** Sends what is due. A receiver that fails is part of the report, not an error. */
  sendDue(): Promise<OutboxReport>;
}
