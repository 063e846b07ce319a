import type { Message } from "@otai/plugin-api/message";
import type { Account } from "./account.ts";
import { loadArticles } from "./load-ticket.ts";
import { mapArticle } from "./map-conversation.ts";

/** Oldest first; the list of a ticket's articles has no pages. */
export async function getConversation({ client }: Account, id: string): Promise<readonly Message[]> {
  const articles = await loadArticles(client, id);
  return articles.map(mapArticle).filter((message) => message !== null);
}
