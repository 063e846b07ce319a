import { NotFoundError } from "@otai/plugin-api/errors";
import { z } from "zod";
import type { Account } from "./account.ts";
import type { ZammadClient } from "./client.ts";
import { type RawArticle, type RawTicket, rawArticle, rawTicket, tagsAnswer } from "./schema.ts";

/** Always by id: the search lags behind a write by seconds (ZM-14). */
export async function loadTicket({ client }: Account, id: string): Promise<RawTicket> {
  return client.get(ticketPath(id), rawTicket, { expand: "true" });
}

export async function loadTags(client: ZammadClient, id: string): Promise<readonly string[]> {
  const { tags } = await client.get("/tags", tagsAnswer, { object: "Ticket", o_id: numericId(id, "ticket") });
  return tags;
}

/** Oldest first. */
export async function loadArticles(client: ZammadClient, id: string): Promise<readonly RawArticle[]> {
  const articles = await client.get(`/ticket_articles/by_ticket/${numericId(id, "ticket")}`, z.array(rawArticle));
  return [...articles].sort((left, right) => Number(left.id) - Number(right.id));
}

/** @throws NotFoundError for what cannot be an id, so that nothing from outside ever changes the path. */
export function ticketPath(id: string): string {
  return `/tickets/${numericId(id, "ticket")}`;
}

export function numericId(id: string, what: string): string {
  if (!/^\d{1,19}$/.test(id)) {
    throw new NotFoundError(`${JSON.stringify(id.slice(0, 40))} cannot be the id of a Zammad ${what}`);
  }
  return id;
}
