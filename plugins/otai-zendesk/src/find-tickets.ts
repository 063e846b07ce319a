import type { Ticket } from "@otai/plugin-api/ticket";
import type { TicketQuery } from "@otai/plugin-api/ticket-query";
import type { Account } from "./account.ts";
import { matchesQuery } from "./match-query.ts";
import { nameTickets } from "./name-tickets.ts";
import type { RawTicket } from "./schema.ts";
import { searchTickets } from "./search-tickets.ts";
import { readForward, readSpan } from "./ticket-spans.ts";
import { walkBack } from "./walk-back.ts";

/** Before Zendesk existed there was no ticket. */
const beginning = Date.UTC(2007, 0, 1);
const chunkSize = 100;

/**
 * Never through `/search`, which ends at 1,000 hits (ZD-16).
 *
 * - `newest`: spans of time from now backwards, newest change first. A span is read from the incremental export, or, where the
 *   query names a queue, tag or requester, from `/search/export`, which finds few among many but lags some minutes behind.
 * - `oldest`: the incremental export from `updatedSince` (or `createdSince`) onwards.
 *
 * What changes while it is read may be missed by `newest`; the change feed brings it.
 */
export async function* findTickets(account: Account, query: TicketQuery): AsyncGenerator<Ticket> {
  const since = Math.max(beginning, query.updatedSince ?? 0, query.createdSince ?? 0);
  const narrow = query.queueId !== undefined || query.tag !== undefined || query.requesterId !== undefined;
  const spans =
    query.order === "oldest"
      ? readForward(account, since)
      : walkBack({
          since,
          now: account.context.clock.now(),
          read: narrow ? (span) => searchTickets(account, query, span) : (span) => readSpan(account, span),
        });
  const limit = query.limit ?? Number.POSITIVE_INFINITY;
  const given = new Set<string>();
  for await (const span of limit > 0 ? spans : []) {
    const found = span.filter((ticket) => ticket.status !== "deleted" && matchesQuery(ticket, query));
    for (const chunk of chunksOf(unique(found, given), limit - given.size)) {
      yield* await nameTickets(account, chunk);
      for (const ticket of chunk) given.add(ticket.id);
    }
    if (given.size >= limit) return;
  }
}

export async function findFirstTicket(account: Account, query: TicketQuery): Promise<Ticket | null> {
  for await (const ticket of findTickets(account, { ...query, limit: 1 })) return ticket;
  return null;
}

function unique(tickets: readonly RawTicket[], given: ReadonlySet<string>): RawTicket[] {
  const fresh = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  return [...fresh.values()].filter((ticket) => !given.has(ticket.id));
}

function* chunksOf(tickets: readonly RawTicket[], limit: number): Generator<RawTicket[]> {
  const wanted = tickets.slice(0, limit);
  for (let start = 0; start < wanted.length; start += chunkSize) yield wanted.slice(start, start + chunkSize);
}
