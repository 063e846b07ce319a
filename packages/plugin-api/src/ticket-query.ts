import type { Instant, Status } from "./ticket.ts";

/** What to look for; every part narrows. An adapter that cannot ask its system for a part filters what it received. */
export interface TicketQuery {
  readonly statuses?: readonly Status[];
  readonly queueId?: string;
  readonly tag?: string;
  readonly requesterId?: string;
  readonly createdSince?: Instant;
  readonly updatedSince?: Instant;
  /** `newest` (by last change) is for importing history, `oldest` for catching up. Default `newest`. */
  readonly order?: "newest" | "oldest";
  /** Stop after so many tickets. */
  readonly limit?: number;
}

/** One entry of the change feed. `ticket` is present where the feed carries whole tickets. */
export interface TicketChange {
  readonly ticketId: string;
  readonly createdAt: Instant | null;
  readonly updatedAt: Instant;
  readonly deleted: boolean;
}

export interface ChangePage {
  readonly changes: readonly TicketChange[];
  /** Where the next call goes on; opaque, to be stored only together with the changes. */
  readonly cursor: string;
  /** False while more is waiting right now. */
  readonly caughtUp: boolean;
}
