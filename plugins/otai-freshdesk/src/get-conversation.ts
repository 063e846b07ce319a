import type { Message } from "@otai/plugin-api/message";
import type { Account } from "./account.ts";
import { archivedPath, loadTicket, ticketPath } from "./load-ticket.ts";
import { mapConversation } from "./map-conversation.ts";
import { readAll } from "./read-pages.ts";
import { conversationSchema } from "./schema.ts";

/** Oldest first, every page (FD-18): the ten entries that a ticket can embed are never taken for all. */
export async function getConversation(account: Account, id: string): Promise<readonly Message[]> {
  const { raw, archived } = await loadTicket(account.client, id);
  const path = `${archived ? archivedPath(id) : ticketPath(id)}/conversations`;
  const entries = await readAll(account.client, path, conversationSchema);
  const authors = entries.flatMap(({ user_id }) => (user_id == null || user_id === raw.requester_id ? [] : [user_id]));
  const agents = await account.agents.get((known) => known === null || authors.every((author) => known.has(author)));
  return mapConversation(raw, entries, agents);
}
