import type { Answers } from "./answers.ts";
import type { Note } from "./message.ts";
import type { FieldValue, Instant, NamedRef, Priority, Status, Ticket } from "./ticket.ts";

/**
 * One combined write. What is absent stays as it is: there are no nulls and nothing is cleared by accident.
 * Tags are merged with those of the ticket, never replaced as a list.
 */
export interface TicketUpdate {
  readonly queue?: NamedRef;
  readonly priority?: Priority;
  readonly status?: Status;
  readonly type?: string;
  /** Agent's id. */
  readonly assigneeId?: string;
  readonly customFields?: Readonly<Record<string, Exclude<FieldValue, null>>>;
  readonly addTags?: readonly string[];
  readonly removeTags?: readonly string[];
  /** Only where `quirks.noteWithUpdate` is declared; elsewhere notes go through `addNote`. */
  readonly note?: Note;
  /** Only where `quirks.passesOnAnswers` is declared. */
  readonly answers?: Answers;
  /** `Ticket.version` of the state that the decision was made on. Changed since → `ConflictError`, where the system can tell. */
  readonly expectedVersion: string;
}

/** A field that the ticket system did not take. `field` is the unified name: `queue`, `priority`, `type`, `tags`, `custom_fields.<key>`, … */
export interface RefusedField {
  readonly field: string;
  readonly message: string;
}

export interface UpdateResult {
  /** The ticket as it is after the write (answer of the write, or read again). */
  readonly ticket: Ticket;
  /** Dropped after the system refused them; the rest was written. */
  readonly refused: readonly RefusedField[];
}

/** A field that was looked at and deliberately not judged. */
export interface Abstention {
  readonly field: string;
  /** One sentence for people. */
  readonly reason: string;
  /** 0..1 */
  readonly confidence: number | null;
}

export interface NoteReceipt {
  readonly messageId: string;
  readonly createdAt: Instant | null;
}
