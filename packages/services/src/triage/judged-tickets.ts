/** A ticket of the past as it was judged when it came. */
export interface JudgedTicket {
  /** Name of the ticket system. */
  readonly connection: string;
  readonly ticketId: string;
  /** `unclassified` where the judgement was not sure enough. */
  readonly category: string;
  readonly urgency: string;
  readonly language: string | null;
  /** In ms. */
  readonly judgedAt: number;
}

export interface JudgedTicketQuery {
  /** In ms, this instant included. */
  readonly since: number;
  /** `null`: of all ticket systems. */
  readonly connection: string | null;
  readonly most: number;
}

/** What this installation still knows of the tickets that it judged. */
export interface JudgedTickets {
  /** Newest first, each ticket once with its last judgement. `truncated` when there were more than `most`. */
  list(query: JudgedTicketQuery): Promise<{ readonly tickets: readonly JudgedTicket[]; readonly truncated: boolean }>;
}
