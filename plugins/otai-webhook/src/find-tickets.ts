import type { Ticket } from "@otai/plugin-api/ticket";
import type { TicketQuery } from "@otai/plugin-api/ticket-query";
import { matchesQuery } from "@otai/plugin-kit/match-query";
import type { WebhookAccount } from "./account.ts";
import { type KeptTicket, ticketKey } from "./kept-ticket.ts";
import { mapTicket } from "./map-ticket.ts";

const pageSize = 200;

/** All tickets that came in, the changed ones first or last; only ids and times are held while they are put in order. */
export async function* findTickets(account: WebhookAccount, query: TicketQuery): AsyncGenerator<Ticket> {
  const found: { id: string; updatedAt: number }[] = [];
  for await (const ticket of allTickets(account)) {
    if (matchesQuery(ticket, query)) found.push({ id: ticket.id, updatedAt: ticket.updatedAt });
  }
  const direction = query.order === "oldest" ? 1 : -1;
  found.sort((a, b) => direction * (a.updatedAt - b.updatedAt) || (a.id < b.id ? -1 : 1));
  for (const { id } of found.slice(0, query.limit)) {
    const kept = await account.documents().get(ticketKey(id));
    if (kept !== null) yield mapTicket(kept as KeptTicket);
  }
}

export async function findFirstTicket(account: WebhookAccount, query: TicketQuery): Promise<Ticket | null> {
  for await (const ticket of findTickets(account, { ...query, limit: 1 })) return ticket;
  return null;
}

async function* allTickets(account: WebhookAccount): AsyncGenerator<Ticket> {
  const documents = account.documents();
  let after: string | undefined;
  do {
    const page = await documents.list(ticketKey(""), { limit: pageSize, ...(after === undefined ? {} : { after }) });
    for (const { value } of page) yield mapTicket(value as KeptTicket);
    after = page.length < pageSize ? undefined : page.at(-1)?.key;
  } while (after !== undefined);
}
