import type { Ticket } from "@otai/plugin-api/ticket";
import type { TicketQuery } from "@otai/plugin-api/ticket-query";

/** Is it what was looked for? Lists and searches of ticket systems return more than that. Tags are compared without case. */
export function matchesQuery(ticket: Ticket, query: TicketQuery): boolean {
  const tag = query.tag?.toLowerCase();
  return (
    (query.statuses?.includes(ticket.status) ?? true) &&
    (query.queueId === undefined || ticket.queue?.id === query.queueId) &&
    (query.requesterId === undefined || ticket.requester?.id === query.requesterId) &&
    (tag === undefined || ticket.tags.some((present) => present.toLowerCase() === tag)) &&
    ticket.createdAt >= (query.createdSince ?? 0) &&
    ticket.updatedAt >= (query.updatedSince ?? 0)
  );
}
