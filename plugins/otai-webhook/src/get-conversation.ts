import type { Message } from "@otai/plugin-api/message";
import { presentTicket, type WebhookAccount } from "./account.ts";
import { ticketKey } from "./kept-ticket.ts";

/** What payloads brought, and our own notes. @throws NotFoundError for a ticket that no payload named. */
export async function getConversation(account: WebhookAccount, id: string): Promise<readonly Message[]> {
  return presentTicket(await account.documents().get(ticketKey(id)), id).messages;
}
