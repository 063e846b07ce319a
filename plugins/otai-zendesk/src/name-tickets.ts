import type { Ticket } from "@otai/plugin-api/ticket";
import type { Account } from "./account.ts";
import { mapTicket } from "./map-ticket.ts";
import type { RawTicket } from "./schema.ts";

/** Maps tickets with the names of their groups, requesters and assignees; one look-up for all of them. */
export async function nameTickets(account: Account, tickets: readonly RawTicket[]): Promise<Ticket[]> {
  const groupIds = new Set(tickets.flatMap((ticket) => ticket.group_id ?? []));
  const groups =
    groupIds.size === 0
      ? []
      : await account.groups.get((known) => [...groupIds].every((id) => known.some((group) => group.id === id)));
  const people = await account.people.find(tickets.flatMap((ticket) => [ticket.requester_id, ticket.assignee_id]));
  return tickets.map((ticket) => mapTicket(ticket, { groups, people }));
}

export async function nameTicket(account: Account, ticket: RawTicket): Promise<Ticket> {
  const [named] = await nameTickets(account, [ticket]);
  return named!;
}
