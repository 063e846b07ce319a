import type { Ticket } from "@otai/plugin-api/ticket";
import type { TicketQuery } from "@otai/plugin-api/ticket-query";
import { startAt } from "@otai/plugin-kit/change-window";
import { hasNextPage } from "@otai/plugin-kit/link-header";
import { matchesQuery } from "@otai/plugin-kit/match-query";
import { z } from "zod";
import type { Account } from "./account.ts";
import { changeList } from "./change-cursor.ts";
import { listQuery, readChangedTickets } from "./list-changes.ts";
import { mapTicket, wordsFor } from "./map-ticket.ts";
import { readAnswer } from "./read-answer.ts";
import { type RawTicket, ticketSchema } from "./schema.ts";

/** Without `description` lists carry no text of the ticket at all (FD-6). */
const include = "description,requester,stats";
/** Newest first that is the end, oldest first the window rolls. */
const { lastPage } = changeList;
/** Before any ticket of any account. */
const longAgo = Date.UTC(2000, 0, 1);

/** Every ticket once, by last change. Newest first reaches back 30,000 tickets, oldest first has no end. */
export async function* findTickets(account: Account, query: TicketQuery): AsyncGenerator<Ticket> {
  if (query.limit !== undefined && query.limit <= 0) return;
  const yielded = new Set<string>();
  for await (const page of query.order === "oldest" ? oldestFirst(account, query) : newestFirst(account, query)) {
    const words = await wordsFor(account, page);
    for (const raw of page) {
      if (yielded.has(raw.id)) continue;
      const ticket = mapTicket(raw, words);
      if (!matchesQuery(ticket, query)) continue;
      yielded.add(raw.id);
      yield ticket;
      if (yielded.size === query.limit) return;
    }
  }
}

export async function findFirstTicket(account: Account, query: TicketQuery): Promise<Ticket | null> {
  for await (const ticket of findTickets(account, { ...query, limit: 1 })) return ticket;
  return null;
}

async function* oldestFirst(account: Account, query: TicketQuery): AsyncGenerator<readonly RawTicket[]> {
  let cursor = startAt(sinceOf(query), changeList);
  for (;;) {
    const { fresh, next, caughtUp } = await readChangedTickets(account, cursor, include, filterOf(query));
    yield fresh;
    if (caughtUp) return;
    cursor = next;
  }
}

async function* newestFirst(account: Account, query: TicketQuery): AsyncGenerator<readonly RawTicket[]> {
  for (let page = 1; page <= lastPage; page++) {
    const parameters = { ...listQuery(sinceOf(query), "desc", page, include), ...filterOf(query) };
    const answer = await account.client.request({
      method: "GET",
      path: "/tickets",
      query: parameters,
      repeatable: true,
    });
    yield readAnswer(z.array(ticketSchema), answer.body, "GET /tickets");
    if (!hasNextPage(answer.headers)) return;
  }
  account.context.log.warn(
    { connection: account.context.connection, tickets: lastPage * 100 },
    "Freshdesk lists no more than 30,000 tickets newest first; older ones were not read",
  );
}

/** A ticket cannot have changed before it was created. */
function sinceOf(query: TicketQuery): number {
  return Math.max(query.updatedSince ?? longAgo, query.createdSince ?? longAgo);
}

function filterOf(query: TicketQuery): Record<string, string | undefined> {
  return { requester_id: query.requesterId };
}
