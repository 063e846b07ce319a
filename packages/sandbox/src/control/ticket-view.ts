import type { Desk } from "../desk/desk.ts";
import type { DeskTicket, HistoryEntry } from "../desk/desk-model.ts";

/** A ticket as the control API shows it: everything in words, with the truth and who changed what. */
export function ticketView(desk: Desk, ticket: DeskTicket) {
  return {
    ...ticketSummary(desk, ticket),
    body: ticket.messages[0]!.text,
    type: ticket.type,
    custom_fields: ticket.customFields,
    messages: ticket.messages.slice(1).map((message) => ({
      id: message.id,
      at: message.at,
      actor: desk.user(message.authorId)?.role ?? "system",
      name: desk.user(message.authorId)?.name ?? null,
      public: message.public,
      body: message.text,
      ...(message.mailedTo === undefined ? {} : { mailed_to: message.mailedTo }),
    })),
    history: ticket.history.map((entry) => historyView(desk, entry)),
  };
}

export function ticketSummary(desk: Desk, ticket: DeskTicket) {
  const requester = desk.user(ticket.requesterId);
  return {
    id: ticket.id,
    subject: ticket.subject,
    queue: queueName(desk, ticket.groupId),
    // Helpdesks without an empty priority start at the lowest.
    priority: ticket.priority ?? "low",
    status: ticket.status,
    tags: ticket.tags,
    requester: { id: ticket.requesterId, name: requester?.name ?? null, email: requester?.email ?? null },
    agent: ticket.agentId === null ? null : (desk.user(ticket.agentId)?.name ?? null),
    created_at: ticket.createdAt,
    updated_at: ticket.updatedAt,
    spam: ticket.spam,
    deleted: ticket.deleted,
    merged_into: ticket.mergedInto,
    truth: ticket.truth,
  };
}

/** `groupId` shows as `queue` by name, `agentId` as `agent`. */
function historyView(desk: Desk, entry: HistoryEntry) {
  const who = { at: entry.at, actor: entry.actor.role, name: desk.user(entry.actor.id ?? -1)?.name ?? null };
  if (entry.field === "groupId") {
    return { ...who, field: "queue", from: queueName(desk, entry.from), to: queueName(desk, entry.to) };
  }
  if (entry.field === "agentId") {
    return { ...who, field: "agent", from: userName(desk, entry.from), to: userName(desk, entry.to) };
  }
  return { ...who, field: entry.field, from: entry.from, to: entry.to };
}

function queueName(desk: Desk, id: unknown): string | null {
  return typeof id === "number" ? (desk.group(id)?.name ?? null) : null;
}

function userName(desk: Desk, id: unknown): string | null {
  return typeof id === "number" ? (desk.user(id)?.name ?? null) : null;
}
