import type { Ticket } from "@otai/plugin-api/ticket";
import type { TicketQuery } from "@otai/plugin-api/ticket-query";
import { matchesQuery } from "@otai/plugin-kit/match-query";
import type { PlainDeskClient } from "./client.ts";
import { mapTicket } from "./map-ticket.ts";
import { ticketPage } from "./schema.ts";

/** Page by page to the end or to the limit. Plain Desk has no filters, so we filter what we received. */
export async function* findTickets(client: PlainDeskClient, query: TicketQuery): AsyncGenerator<Ticket> {
  let left = query.limit ?? Number.POSITIVE_INFINITY;
  let cursor: string | undefined;
  while (left > 0) {
    // Replace: filters that your helpdesk has, and where its lists end.
    const { tickets, next, more } = await client.call(ticketPage, {
      method: "GET",
      path: "/tickets",
      query: { order: query.order ?? "newest", cursor },
      repeatable: true,
    });
    for (const raw of tickets) {
      const ticket = mapTicket(raw);
      if (raw.deleted || !matchesQuery(ticket, query)) continue;
      yield ticket;
      left -= 1;
      if (left === 0) return;
    }
    if (!more) return;
    cursor = next;
  }
}

export async function findFirstTicket(client: PlainDeskClient, query: TicketQuery): Promise<Ticket | null> {
  for await (const ticket of findTickets(client, { ...query, limit: 1 })) return ticket;
  return null;
}
