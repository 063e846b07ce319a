import type { Message } from "@otai/plugin-api/message";
import type { Account } from "./account.ts";
import { loadTicket } from "./load-tickets.ts";
import { inOrder, mapMessage } from "./map-conversation.ts";

/** All articles, oldest first. */
export async function getConversation(account: Account, id: string): Promise<readonly Message[]> {
  const { Article } = await loadTicket(account, id);
  return inOrder(Article).map((article) => mapMessage(article, account.time));
}
