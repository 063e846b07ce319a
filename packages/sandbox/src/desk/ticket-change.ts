import type {
  Actor,
  DeskEvent,
  DeskEventKind,
  DeskMessage,
  DeskStatus,
  DeskTicket,
  HistoryEntry,
  TicketFields,
} from "./desk-model.ts";
import { momentsAfterMessage, momentsAfterStatus } from "./ticket-moments.ts";
import type { TicketRecord } from "./ticket-record.ts";

/** Compared and written one by one; tags and custom fields have rules of their own. */
const PLAIN_FIELDS = [
  "subject",
  "requesterId",
  "groupId",
  "agentId",
  "status",
  "priority",
  "type",
  "spam",
  "deleted",
  "mergedInto",
  "pendingUntil",
] as const;

/** What `fields` would change about the ticket; a value that is there already is no change. */
export function fieldDifferences(
  ticket: DeskTicket,
  fields: Partial<TicketFields>,
  actor: Actor,
  at: number,
): HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  const compare = (field: string, from: unknown, to: unknown) => {
    if (from !== to) entries.push({ at, actor, field, from, to });
  };
  for (const field of PLAIN_FIELDS) {
    if (field in fields) compare(field, ticket[field], fields[field]);
  }
  if (fields.tags && !sameList(fields.tags, ticket.tags)) {
    entries.push({ at, actor, field: "tags", from: ticket.tags, to: [...fields.tags] });
  }
  for (const [key, value] of Object.entries(fields.customFields ?? {})) {
    compare(`custom_fields.${key}`, ticket.customFields[key] ?? null, value);
  }
  return entries;
}

/** Writes the fields and returns what that changed. */
export function changeFields(
  ticket: TicketRecord,
  fields: Partial<TicketFields>,
  actor: Actor,
  at: number,
): HistoryEntry[] {
  const changes = fieldDifferences(ticket, fields, actor, at);
  if (fields.status && fields.status !== ticket.status) {
    ticket.moments = momentsAfterStatus(ticket.moments, ticket.status, fields.status, at);
  }
  const { tags, customFields, ...plain } = fields;
  Object.assign(ticket, plain);
  if (tags) ticket.tags = [...tags];
  if (customFields) ticket.customFields = { ...ticket.customFields, ...customFields };
  return changes;
}

export function addMessage(ticket: TicketRecord, message: DeskMessage, actor: Actor, byAgent: boolean): HistoryEntry {
  ticket.messages.push(message);
  ticket.moments = momentsAfterMessage(ticket.moments, message.public, byAgent, message.at);
  return { at: message.at, actor, field: message.public ? "reply" : "note", from: null, to: message.id };
}

interface Change {
  at: number;
  actor: Actor;
  changes: readonly HistoryEntry[];
  message: DeskMessage | null;
  byCustomer: boolean;
  statusBefore: DeskStatus;
}

/** A customer's reply is no update of its own, but what it brings about (the ticket opens again) is. */
export function eventsOf(ticket: DeskTicket, change: Change): DeskEvent[] {
  const { at, actor, changes, message, byCustomer, statusBefore } = change;
  const event = (kind: DeskEventKind, of: readonly HistoryEntry[]): DeskEvent => ({
    kind,
    ticketId: ticket.id,
    at,
    actor,
    changes: of,
    messageId: message?.id ?? null,
  });
  const updates = byCustomer ? changes.filter((entry) => entry.field !== "reply") : changes;
  const finished = (status: DeskStatus) => status === "solved" || status === "closed";
  return [
    ...(byCustomer ? [event("customer-replied", changes)] : []),
    ...(updates.length > 0 ? [event("ticket-updated", updates)] : []),
    ...(finished(ticket.status) && !finished(statusBefore) ? [event("ticket-resolved", changes)] : []),
  ];
}

function sameList(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((value, index) => value === right[index]);
}
