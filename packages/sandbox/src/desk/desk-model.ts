/** The words of the simulated desk. No vendor's words here: every dialect translates. Instants are milliseconds since epoch. */

export type DeskStatus = "new" | "open" | "pending" | "hold" | "solved" | "closed";
export type DeskPriority = "low" | "normal" | "high" | "urgent";
export type DeskChannel = "email" | "web" | "chat" | "phone" | "social" | "api";
export type UserRole = "customer" | "agent" | "bot" | "admin";

/** Who did something; `id` is null for the desk itself (automations, merges). */
export interface Actor {
  role: UserRole | "system";
  id: number | null;
}

export type FieldValue = string | number | boolean | null;

export interface HistoryEntry {
  at: number;
  actor: Actor;
  /** A ticket field, `custom_fields.<key>`, or `created`, `reply`, `note` with the message id in `to`. */
  field: string;
  from: unknown;
  to: unknown;
}

export interface DeskMessage {
  /** Unique over all tickets, ascending in time. */
  id: number;
  authorId: number;
  /** What the customer may see. */
  public: boolean;
  text: string;
  /** Null when the message was written as plain text; see `htmlOf`. */
  html: string | null;
  channel: DeskChannel;
  at: number;
  /** For vendors whose messages have a subject of their own. */
  subject?: string;
  /** The address to which this message went out as a mail, whatever `public` says. */
  mailedTo?: string;
}

/** Moments that helpdesks report beside a ticket; null where it did not happen. */
export interface TicketMoments {
  firstRespondedAt: number | null;
  agentRespondedAt: number | null;
  requesterRespondedAt: number | null;
  statusChangedAt: number;
  reopenedAt: number | null;
  solvedAt: number | null;
  closedAt: number | null;
  pendingSince: number | null;
}

/** What a change may set. `customFields` is merged key by key, `tags` replace. */
export interface TicketFields {
  subject: string;
  requesterId: number;
  groupId: number | null;
  agentId: number | null;
  status: DeskStatus;
  priority: DeskPriority | null;
  type: string | null;
  tags: readonly string[];
  customFields: Readonly<Record<string, FieldValue>>;
  spam: boolean;
  deleted: boolean;
  /** Id of the ticket that this one was merged into. */
  mergedInto: number | null;
  /** When a pending ticket comes back; only vendors whose pending states have an end set it. */
  pendingUntil: number | null;
}

/** What only the simulation knows about a ticket; null where a ticket was made by hand. */
export interface TicketTruth {
  queue: string | null;
  priority: DeskPriority | null;
  language: string | null;
}

export interface DeskTicket extends Readonly<TicketFields> {
  readonly id: number;
  readonly channel: DeskChannel;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Oldest first; the first is the customer's description. */
  readonly messages: readonly DeskMessage[];
  readonly history: readonly HistoryEntry[];
  readonly moments: Readonly<TicketMoments>;
  readonly truth: TicketTruth;
}

export interface UserFields {
  name: string;
  email: string | null;
  phone: string | null;
  tags: readonly string[];
  /** Merged key by key on a change. */
  customFields: Readonly<Record<string, FieldValue>>;
  deleted: boolean;
  blocked: boolean;
}

export interface DeskUser extends Readonly<UserFields> {
  readonly id: number;
  readonly role: UserRole;
  readonly vip: boolean;
  /** Empty for customers. */
  readonly groupIds: readonly number[];
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A queue; vendors call it group or queue. */
export interface DeskGroup {
  readonly id: number;
  readonly name: string;
  readonly createdAt: number;
}

export interface CustomField {
  readonly id: number;
  /** `ai_category`; Freshdesk puts `cf_` before it, Zendesk uses the id. */
  readonly key: string;
  readonly label: string;
  readonly kind: "dropdown" | "text" | "checkbox" | "number";
  /** Empty unless a dropdown. */
  readonly choices: readonly string[];
}

export type DeskEventKind = "ticket-created" | "customer-replied" | "ticket-updated" | "ticket-resolved";

export interface DeskEvent {
  kind: DeskEventKind;
  ticketId: number;
  at: number;
  actor: Actor;
  /** What this mutation changed; a message shows as `reply` or `note`. */
  changes: readonly HistoryEntry[];
  /** The message that this mutation added. */
  messageId: number | null;
}
