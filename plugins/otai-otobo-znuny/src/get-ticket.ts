import type { Ticket } from "@otai/plugin-api/ticket";
import type { Account } from "./account.ts";
import { loadTicket } from "./load-tickets.ts";
import { mapTicket } from "./map-ticket.ts";

/** @throws NotFoundError when the ticket is missing or forbidden. */
export async function getTicket(account: Account, id: string): Promise<Ticket> {
  return mapTicket(account, await loadTicket(account, id));
}
