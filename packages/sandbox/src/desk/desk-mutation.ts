import type { DeskChannel, TicketFields, TicketTruth, UserFields } from "./desk-model.ts";

export interface NewMessage {
  authorId: number;
  public: boolean;
  text: string;
  html: string | null;
  channel: DeskChannel;
  subject?: string;
  mailedTo?: string;
}

export interface NewTicket {
  subject: string;
  requesterId: number;
  channel: DeskChannel;
  /** The first message, by the requester. */
  body: string;
  html: string | null;
  /** Starting values other than the defaults (new, no queue, no priority). */
  fields?: Partial<TicketFields>;
  truth?: TicketTruth;
  /** Position in the arrival stream, for tickets that came from it. */
  arrival?: number;
}

export interface NewUser {
  name: string;
  email: string | null;
  phone?: string | null;
  vip?: boolean;
}

/**
 * Every change of the desk is one of these, and a change is whole or not at all. They are what the journal holds,
 * so that replaying them over the same base gives the same desk, ids included.
 */
export type DeskMutation =
  | { op: "ticket-created"; at: number; by: number | null; ticket: NewTicket }
  | {
      op: "ticket-changed";
      at: number;
      by: number | null;
      ticketId: number;
      fields: Partial<TicketFields>;
      message?: NewMessage;
    }
  | { op: "user-created"; at: number; by: number | null; user: NewUser }
  | { op: "user-changed"; at: number; by: number | null; userId: number; fields: Partial<UserFields> };
