import type { Instant } from "./ticket.ts";

export type Role = "customer" | "agent" | "system";

/** One entry of a conversation. The first message of the customer is always the first entry, whatever the vendor calls it. */
export interface Message {
  readonly id: string;
  /** Computed from who wrote it, never copied from one vendor flag. */
  readonly role: Role;
  readonly authorId: string | null;
  readonly authorName: string | null;
  /** Plain text; an HTML original was turned into text by the adapter. */
  readonly body: string;
  /** True for notes, which the requester cannot see. */
  readonly private: boolean;
  /** Written by a machine: survey rows, auto-replies, vendor notices. */
  readonly automated: boolean;
  readonly createdAt: Instant;
}

/** A note to be written. It is always private: there is no way to ask for a public one. */
export interface Note {
  /** HTML whose every text part was escaped by the caller. */
  readonly html: string;
  /** The same as plain text, for systems that write text. */
  readonly text: string;
  /** A short visible line, contained in both forms, by which a resumed run finds its own note, e.g. `ai-note triage r-01H8`. */
  readonly marker: string;
}
