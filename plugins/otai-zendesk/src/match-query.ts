import type { TicketQuery } from "@otai/plugin-api/ticket-query";
import { mapStatus } from "./map-ticket.ts";
import type { RawTicket } from "./schema.ts";

/** Is it what was looked for? Every list of Zendesk returns more than that. */
export function matchesQuery(ticket: RawTicket, query: TicketQuery): boolean {
  return (
    (query.statuses?.includes(mapStatus(ticket.status)) ?? true) &&
    (query.queueId === undefined || query.queueId === ticket.group_id) &&
    (query.requesterId === undefined || query.requesterId === ticket.requester_id) &&
    (query.tag === undefined || ticket.tags.includes(query.tag)) &&
    Date.parse(ticket.created_at) >= (query.createdSince ?? 0) &&
    Date.parse(ticket.updated_at) >= (query.updatedSince ?? 0)
  );
}
