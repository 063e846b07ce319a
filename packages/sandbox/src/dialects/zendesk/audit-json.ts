import type { Desk } from "../../desk/desk.ts";
import type { CustomField, DeskTicket, HistoryEntry } from "../../desk/desk-model.ts";
import { commentJson } from "./comment-json.ts";
import type { FieldTags } from "./field-tags.ts";
import { instant } from "./instants.ts";
import { CHANNELS, SYSTEM_USER_ID, shownType } from "./ticket-json.ts";

const FIELD_NAMES: Record<string, string> = {
  subject: "subject",
  requesterId: "requester_id",
  groupId: "group_id",
  agentId: "assignee_id",
  status: "status",
  priority: "priority",
  type: "type",
  tags: "tags",
};
const CUSTOM_PREFIX = "custom_fields.";

export type AuditJson = Record<string, unknown> & { id: number };

/** One audit per stroke of change: entries of the history that share moment and actor. */
export function audits(desk: Desk, fields: FieldTags, ticket: DeskTicket): AuditJson[] {
  const strokes: HistoryEntry[][] = [];
  for (const entry of ticket.history) {
    const last = strokes.at(-1);
    const same = last?.[0]?.at === entry.at && last[0].actor.id === entry.actor.id && entry.field !== "created";
    if (last !== undefined && same) last.push(entry);
    else strokes.push([entry]);
  }
  return strokes.map((entries, index) => auditOf(desk, fields, ticket, entries, index));
}

/** The audit of the entries that were added after the first `known` of the history, as an update answers it. */
export function auditSince(desk: Desk, fields: FieldTags, ticket: DeskTicket, known: number): AuditJson {
  return auditOf(desk, fields, ticket, ticket.history.slice(known), known);
}

function auditOf(
  desk: Desk,
  fields: FieldTags,
  ticket: DeskTicket,
  entries: readonly HistoryEntry[],
  index: number,
): AuditJson {
  const id = ticket.id * 100_000 + index;
  const first = entries[0];
  const byDesk = first?.actor.role === "system";
  return {
    id,
    ticket_id: ticket.id,
    created_at: instant(first?.at ?? ticket.updatedAt),
    author_id: first?.actor.id ?? SYSTEM_USER_ID,
    metadata: { system: {}, custom: {} },
    via: {
      channel: byDesk ? "rule" : first?.actor.role === "customer" ? CHANNELS[ticket.channel] : "api",
      source: { from: {}, to: {}, rel: byDesk ? "automation" : null },
    },
    events: entries
      .flatMap((entry) => auditEvents(desk, fields, ticket, entry))
      .map((event, at) => ({
        id: id * 100 + at,
        ...event,
      })),
  };
}

function auditEvents(
  desk: Desk,
  fields: FieldTags,
  ticket: DeskTicket,
  entry: HistoryEntry,
): Record<string, unknown>[] {
  if (entry.field === "created") {
    const create = { type: "Create", field_name: "subject", value: entry.to };
    return [create, ...commentEvent(desk, ticket, ticket.messages[0]?.id)];
  }
  if (entry.field === "reply" || entry.field === "note") return commentEvent(desk, ticket, entry.to);
  if (entry.field.startsWith(CUSTOM_PREFIX)) {
    const key = entry.field.slice(CUSTOM_PREFIX.length);
    const field = fields.fields.find((candidate) => candidate.key === key);
    return field === undefined ? [] : [customFieldEvent(fields, field, entry)];
  }
  const name = FIELD_NAMES[entry.field];
  if (name === undefined) return [];
  const shown = (value: unknown) => (name === "type" ? shownType(value as string | null) : shownValue(value));
  return [{ type: "Change", field_name: name, value: shown(entry.to), previous_value: shown(entry.from) }];
}

function commentEvent(desk: Desk, ticket: DeskTicket, messageId: unknown): Record<string, unknown>[] {
  const message = ticket.messages.find((candidate) => candidate.id === messageId);
  return message === undefined ? [] : [{ ...commentJson(desk, message), type: "Comment" }];
}

function customFieldEvent(fields: FieldTags, field: CustomField, entry: HistoryEntry): Record<string, unknown> {
  return {
    type: "Change",
    field_name: String(field.id),
    value: fields.shown(field, entry.to as string | null),
    previous_value: fields.shown(field, entry.from as string | null),
  };
}

/** Audits name ids as strings and tags as a list. */
function shownValue(value: unknown): unknown {
  return typeof value === "number" ? String(value) : value;
}
