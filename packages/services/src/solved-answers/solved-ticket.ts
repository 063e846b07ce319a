/** A solved ticket as it lies in the helpdesk. */
export interface SolvedTicket {
  /** Name of the ticket system. */
  readonly connection: string;
  readonly ticketId: string;
  readonly subject: string;
  readonly customerName: string | null;
  /** What customer and people answering wrote to each other, oldest first; the description is the first. */
  readonly messages: readonly { readonly role: "customer" | "agent"; readonly text: string }[];
  /** Milliseconds since epoch. */
  readonly solvedAt: number;
}
