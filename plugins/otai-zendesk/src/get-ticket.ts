import type { Ticket } from "@otai/plugin-api/ticket";
import type { Account } from "./account.ts";
import { nameTicket } from "./name-tickets.ts";
import { type RawTicket, ticketAnswer } from "./schema.ts";

/** @throws NotFoundError when the ticket is deleted, or not visible to the agent behind the token. */
export async function getTicket(account: Account, id: string): Promise<Ticket> {
  return nameTicket(account, await getRawTicket(account, id));
}

export async function getRawTicket(account: Account, id: string): Promise<RawTicket> {
  const { ticket } = await account.client.get(`/tickets/${encodeURIComponent(id)}.json`, ticketAnswer);
  return ticket;
}
