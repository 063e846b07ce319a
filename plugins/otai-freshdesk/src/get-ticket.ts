import type { Ticket } from "@otai/plugin-api/ticket";
import type { Account } from "./account.ts";
import { loadTicket } from "./load-ticket.ts";
import { mapTicket, wordsFor } from "./map-ticket.ts";

/** @throws NotFoundError when the ticket is gone, also from the archive. */
export async function getTicket(account: Account, id: string): Promise<Ticket> {
  const { raw, archived } = await loadTicket(account.client, id);
  return mapTicket(raw, await wordsFor(account, [raw]), archived);
}
