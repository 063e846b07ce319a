import type { Ticket } from "@otai/plugin-api/ticket";
import type { TicketQuery } from "@otai/plugin-api/ticket-query";

/** Is it what was looked for? A search may return more than that. */
export function matchesQuery(ticket: Ticket, query: TicketQuery): boolean {
  return (
    ticket.tombstone !== "deleted" &&
    ticket.tombstone !== "spam" &&
    (query.statuses?.includes(ticket.status) ?? true) &&
    (query.queueId === undefined || ticket.queue?.id === query.queueId) &&
    (query.requesterId === undefined || ticket.requester?.id === query.requesterId) &&
    (query.tag === undefined || ticket.tags.some((tag) => tag.toLowerCase() === query.tag!.toLowerCase())) &&
    ticket.createdAt >= (query.createdSince ?? 0) &&
    ticket.updatedAt >= (query.updatedSince ?? 0)
  );
}
