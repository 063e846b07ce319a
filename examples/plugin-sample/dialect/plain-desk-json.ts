import type { Desk } from "@otai/sandbox/desk/desk";
import type { DeskMessage, DeskTicket } from "@otai/sandbox/desk/desk-model";

const iso = (ms: number) => new Date(ms).toISOString();

// Replace: recorded answers of your helpdesk show what belongs here.
/** A ticket as Plain Desk shows it; `revision` rises with every change. */
export function ticketJson(desk: Desk, ticket: DeskTicket) {
  const group = ticket.groupId === null ? undefined : desk.group(ticket.groupId);
  const requester = desk.user(ticket.requesterId);
  const agent = ticket.agentId === null ? undefined : desk.user(ticket.agentId);
  return {
    id: String(ticket.id),
    subject: ticket.subject,
    body: ticket.messages[0]?.text ?? "",
    queue: group ? { id: String(group.id), name: group.name } : null,
    priority: ticket.priority,
    status: ticket.status,
    tags: ticket.tags,
    requester: requester ? { id: String(requester.id), name: requester.name, email: requester.email } : null,
    agent: agent ? { id: String(agent.id), name: agent.name } : null,
    channel: ticket.channel,
    created_at: iso(ticket.createdAt),
    updated_at: iso(ticket.updatedAt),
    revision: ticket.history.length,
  };
}

export function messageJson(desk: Desk, message: DeskMessage) {
  const author = desk.user(message.authorId);
  const role = desk.isAgent(message.authorId) ? "staff" : "customer";
  return {
    id: String(message.id),
    author: author ? { id: String(author.id), name: author.name, role } : null,
    text: message.text,
    internal: !message.public,
    created_at: iso(message.at),
  };
}
