import { createHash } from "node:crypto";
import type { Desk } from "../../desk/desk.ts";
import { titleCase } from "../../desk/desk-layout.ts";
import type { DeskEvent, DeskTicket, HistoryEntry } from "../../desk/desk-model.ts";
import { instant, nanosecondInstant } from "./instants.ts";
import { CHANNELS, SYSTEM_USER_ID, shownStatus, shownType, type TicketJson } from "./ticket-json.ts";

export const ACCOUNT_ID = 22_129_848;
const EVENT_VERSION = "2022-11-06";

/** What a trigger of the account sends: its own template, here one with ids and the labels of its placeholders. */
export function triggerBody(ticket: DeskTicket, event: DeskEvent): Record<string, string> {
  return {
    ticket_id: String(ticket.id),
    status: titleCase(shownStatus(ticket)),
    updated_at: instant(event.at),
    current_user_id: idText(event.actor.id) ?? String(SYSTEM_USER_ID),
  };
}

/**
 * The envelope of an event subscription: ids are strings, enums upper-case, `tags` null where there are none, `time`
 * with nanoseconds. One event is sent per change of the desk, of the kind that tells most.
 */
export function eventBody(desk: Desk, json: TicketJson, event: DeskEvent, deliveryId: string): Record<string, unknown> {
  const ticket = desk.ticket(event.ticketId);
  if (ticket === undefined) throw new Error(`event of an unknown ticket ${event.ticketId}`);
  const { type, change } = eventKind(desk, ticket, event);
  const meta = { sequence: { id: deliveryId, position: 1, total: 1 } };
  const tags = json.tags(ticket);
  return {
    account_id: ACCOUNT_ID,
    detail: {
      actor_id: idText(event.actor.id) ?? String(SYSTEM_USER_ID),
      assignee_id: idText(ticket.agentId),
      description: ticket.messages[0]?.text ?? "",
      group_id: idText(ticket.groupId),
      id: String(ticket.id),
      is_public: true,
      priority: ticket.priority?.toUpperCase() ?? null,
      requester_id: String(ticket.requesterId),
      status: shownStatus(ticket).toUpperCase(),
      subject: ticket.subject,
      tags: tags.length === 0 ? null : tags,
      type: shownType(ticket.type)?.toUpperCase() ?? null,
      updated_at: instant(ticket.updatedAt),
      via: { channel: ticket.channel === "api" ? "web_service" : CHANNELS[ticket.channel] },
    },
    event: type === "created" ? {} : { ...change, meta },
    id: uuidOf(deliveryId),
    subject: `zen:ticket:${ticket.id}`,
    time: nanosecondInstant(event.at, ticket.id),
    type: `zen:event-type:ticket.${type}`,
    zendesk_event_version: EVENT_VERSION,
  };
}

function eventKind(
  desk: Desk,
  ticket: DeskTicket,
  event: DeskEvent,
): { type: string; change: Record<string, unknown> } {
  const changed = (field: string) => event.changes.find((entry) => entry.field === field);
  const fromTo = (entry: HistoryEntry | undefined, show: (value: unknown) => unknown) => ({
    previous: show(entry?.from ?? null),
    current: show(entry?.to ?? null),
  });
  if (event.kind === "ticket-created") return { type: "created", change: {} };
  const status = changed("status");
  if (event.kind === "ticket-resolved") return { type: "status_changed", change: fromTo(status, upperCase) };
  const added = changed("reply") ?? changed("note");
  if (added !== undefined) return { type: "comment_added", change: { comment: commentOf(desk, ticket, added.to) } };
  if (status !== undefined) return { type: "status_changed", change: fromTo(status, upperCase) };
  const priority = changed("priority");
  if (priority !== undefined) return { type: "priority_changed", change: fromTo(priority, upperCase) };
  const group = changed("groupId");
  if (group !== undefined) return { type: "group_assignment_changed", change: fromTo(group, idText) };
  const assignee = changed("agentId");
  if (assignee !== undefined) return { type: "agent_assignment_changed", change: fromTo(assignee, idText) };
  const tags = changed("tags");
  if (tags !== undefined) return { type: "tags_changed", change: tagChange(tags) };
  return { type: "custom_field_changed", change: {} };
}

function commentOf(desk: Desk, ticket: DeskTicket, messageId: unknown): Record<string, unknown> | null {
  const message = ticket.messages.find((candidate) => candidate.id === messageId);
  if (message === undefined) return null;
  const author = desk.user(message.authorId);
  return {
    id: String(message.id),
    body: message.text,
    is_public: message.public,
    author: { id: String(message.authorId), is_staff: desk.isAgent(message.authorId), name: author?.name ?? null },
  };
}

function tagChange(entry: HistoryEntry): Record<string, string[]> {
  const [before, after] = [entry.from as readonly string[], entry.to as readonly string[]];
  return {
    tags_added: after.filter((tag) => !before.includes(tag)),
    tags_removed: before.filter((tag) => !after.includes(tag)),
  };
}

function upperCase(value: unknown): unknown {
  return typeof value === "string" ? value.toUpperCase() : value;
}

function idText(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

/** The event's id: the same for every attempt of a delivery. */
function uuidOf(deliveryId: string): string {
  const hex = createHash("sha256").update(deliveryId).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
