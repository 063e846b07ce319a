/** Milliseconds since 1970-01-01T00:00:00Z. Every instant inside OTAI has this form; adapters convert at the edge. */
export type Instant = number;

/** Something that the ticket system knows by id and shows by name: a queue, an agent, a requester. Ids are always strings. */
export interface NamedRef {
  readonly id: string;
  readonly name: string;
}

export const priorities = ["low", "normal", "high", "urgent"] as const;
export type Priority = (typeof priorities)[number];

/** `other` is the named fallback for a status of the installation that has no counterpart; `statusLabel` keeps its own word. */
export const statuses = ["new", "open", "pending", "solved", "closed", "other"] as const;
export type Status = (typeof statuses)[number];

export const channels = ["email", "chat", "phone", "social", "web"] as const;
export type Channel = (typeof channels)[number];

/** Why a ticket takes no more changes; `null` for a live ticket. */
export type Tombstone = "deleted" | "spam" | "merged" | "closed" | null;

export interface Requester extends NamedRef {
  readonly email: string | null;
}

/** A value of a custom field as the ticket system accepts it. */
export type FieldValue = string | number | boolean | readonly string[] | null;

/** The unified ticket. Vendor words stop at the adapter's mapping files; what a system does not know is `null`. */
export interface Ticket {
  readonly id: string;
  readonly subject: string;
  /** The first message of the customer as plain text. */
  readonly body: string;
  readonly queue: NamedRef | null;
  readonly priority: Priority | null;
  readonly status: Status;
  /** The installation's own word for the status. */
  readonly statusLabel: string;
  readonly type: string | null;
  readonly tags: readonly string[];
  /** Keyed as `FieldDefinition.key`, without the prefix `custom_fields.`. */
  readonly customFields: Readonly<Record<string, FieldValue>>;
  readonly requester: Requester | null;
  readonly assignee: NamedRef | null;
  readonly channel: Channel;
  /** BCP-47 as the ticket system states it, or `null`. OTAI's own detection is not written here. */
  readonly language: string | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** When the ticket was solved, where the system tells. */
  readonly solvedAt: Instant | null;
  /** Opaque stamp of the state that was read; goes back with an update as `expectedVersion`. */
  readonly version: string;
  readonly url: string | null;
  readonly tombstone: Tombstone;
  /** The ticket that this one was merged into. */
  readonly mergedInto: string | null;
}
