import type { Ticket } from "@otai/plugin-api/ticket";
import type { Account } from "./account.ts";
import { loadArticles, loadTags, loadTicket } from "./load-ticket.ts";
import { mapTicket, wordsFor } from "./map-ticket.ts";
import type { RawTicket } from "./schema.ts";

/** @throws NotFoundError when the ticket is gone, PermissionError when the token's groups do not have it. */
export async function getTicket(account: Account, id: string): Promise<Ticket> {
  return completeTicket(account, await loadTicket(account, id));
}

/** Tags, text and requester lie elsewhere. @param tags when they were read already */
export async function completeTicket(account: Account, raw: RawTicket, tags?: readonly string[]): Promise<Ticket> {
  const [words, present, articles, requester] = await Promise.all([
    wordsFor(account, [raw]),
    tags ?? loadTags(account.client, raw.id),
    loadArticles(account.client, raw.id),
    raw.customer_id == null ? null : account.people.get(raw.customer_id),
  ]);
  return mapTicket(raw, { tags: present, articles, requester }, words);
}
