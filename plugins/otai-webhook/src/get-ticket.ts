import type { Ticket } from "@otai/plugin-api/ticket";
import { presentTicket, type WebhookAccount } from "./account.ts";
import { ticketKey } from "./kept-ticket.ts";
import { mapTicket } from "./map-ticket.ts";

/** The ticket as the latest payloads have it. @throws NotFoundError when none named it. */
export async function getTicket(account: WebhookAccount, id: string): Promise<Ticket> {
  return mapTicket(presentTicket(await account.documents().get(ticketKey(id)), id));
}
