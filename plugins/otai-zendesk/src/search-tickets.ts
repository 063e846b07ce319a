import type { Status } from "@otai/plugin-api/ticket";
import type { TicketQuery } from "@otai/plugin-api/ticket-query";
import { z } from "zod";
import type { Account } from "./account.ts";
import { readPages } from "./read-pages.ts";
import { type RawTicket, rawTicket } from "./schema.ts";
import type { Span } from "./walk-back.ts";

const resultsPage = z.object({ results: z.array(rawTicket) });

/** Tickets of a span through `/search/export`: without an end, in the order of creation, duplicates dropped. */
export async function searchTickets(account: Account, query: TicketQuery, span: Span): Promise<RawTicket[]> {
  const found = new Map<string, RawTicket>();
  const pages = readPages(account.client, "/search/export.json", resultsPage, {
    query: searchWords(query, span),
    // The kind goes here; `type:` inside the query is refused.
    "filter[type]": "ticket",
  });
  for await (const { results } of pages) {
    for (const ticket of results) found.set(ticket.id, ticket);
  }
  return [...found.values()];
}

const statusWords: Readonly<Partial<Record<Status, readonly string[]>>> = {
  new: ["new"],
  open: ["open"],
  pending: ["pending", "hold"],
  solved: ["solved"],
  closed: ["closed"],
};

/** The query in Zendesk's search language; several words for one property are alternatives. */
export function searchWords(query: TicketQuery, span: Span): string {
  const words = (query.statuses ?? []).map((status) => statusWords[status]);
  return [
    // A status that cannot be asked for is filtered afterwards.
    ...(words.includes(undefined) ? [] : words.flat().map((word) => `status:${word}`)),
    ...named("group", query.queueId),
    ...named("requester", query.requesterId),
    ...named("tags", query.tag),
    ...(query.createdSince === undefined ? [] : [`created>=${seconds(query.createdSince)}`]),
    `updated>=${seconds(span.start)}`,
    ...(span.end === null ? [] : [`updated<${seconds(span.end)}`]),
  ].join(" ");
}

function named(property: string, value: string | undefined): string[] {
  if (value === undefined) return [];
  return [/^\w+$/.test(value) ? `${property}:${value}` : `${property}:"${value.replaceAll('"', " ")}"`];
}

/** Downwards to the second: asking for a little more is mended by the filter. */
function seconds(instant: number): string {
  return new Date(Math.floor(instant / 1000) * 1000).toISOString().replace(".000Z", "Z");
}
