import type { Instant, Ticket } from "@otai/plugin-api/ticket";
import type { TicketQuery } from "@otai/plugin-api/ticket-query";
import { advance, startAt } from "@otai/plugin-kit/change-window";
import type { Account } from "./account.ts";
import { changeListOf } from "./change-cursor.ts";
import { completeTicket } from "./get-ticket.ts";
import { loadTags } from "./load-ticket.ts";
import { stateOf, wordsFor } from "./map-ticket.ts";
import type { RawTicket } from "./schema.ts";
import { searchTickets } from "./search-tickets.ts";

/** Text and tags lie elsewhere and cost calls per ticket, so a few are read side by side. */
const sideBySide = 5;

/** Every ticket once, by last change. */
export async function* findTickets(account: Account, query: TicketQuery): AsyncGenerator<Ticket> {
  const limit = query.limit ?? Number.POSITIVE_INFINITY;
  const seen = new Set<string>();
  let found = 0;
  if (limit <= 0) return;
  for await (const page of query.order === "oldest" ? oldestFirst(account, query) : newestFirst(account, query)) {
    const words = await wordsFor(account, page);
    const wanted = page.filter((raw) => !seen.has(raw.id) && matches(raw, stateOf(raw, words).status, query));
    for (const raw of page) seen.add(raw.id);
    while (wanted.length > 0) {
      const few = wanted.splice(0, Math.min(sideBySide, limit - found));
      for (const ticket of await Promise.all(few.map((raw) => complete(account, raw, query)))) {
        if (ticket === null) continue;
        yield ticket;
        found += 1;
        if (found === limit) return;
      }
    }
  }
}

export async function findFirstTicket(account: Account, query: TicketQuery): Promise<Ticket | null> {
  for await (const ticket of findTickets(account, { ...query, limit: 1 })) return ticket;
  return null;
}

async function complete(account: Account, raw: RawTicket, { tag }: TicketQuery): Promise<Ticket | null> {
  const tags = await loadTags(account.client, raw.id);
  const tagged = tag === undefined || tags.some((present) => present.toLowerCase() === tag.toLowerCase());
  return tagged ? completeTicket(account, raw, tags) : null;
}

/** Until a page stays empty: a page that is not full may be an old version's silent cap. */
async function* oldestFirst(account: Account, query: TicketQuery): AsyncGenerator<readonly RawTicket[]> {
  const list = changeListOf(account.params);
  let cursor = startAt(sinceOf(query), list);
  for (;;) {
    const { since, page } = cursor;
    const rows = await searchTickets(account, { since, groupId: query.queueId, order: "asc", page });
    const { fresh, next, caughtUp } = advance(cursor, rows, rows.length > 0, list);
    yield fresh;
    if (caughtUp) return;
    cursor = next;
  }
}

/**
 * Page by page to an empty one, and then, as long as something came, anew for what is older: the search ends at a depth, and some
 * old versions end much earlier without a word.
 */
async function* newestFirst(account: Account, query: TicketQuery): AsyncGenerator<readonly RawTicket[]> {
  const { lastPage } = changeListOf(account.params);
  const since = sinceOf(query);
  let until: Instant | undefined;
  let oldest = Number.POSITIVE_INFINITY;
  for (;;) {
    const before = oldest;
    let page = 1;
    for (; page <= lastPage; page++) {
      const bounds = until === undefined ? { since } : { until };
      const rows = await searchTickets(account, { ...bounds, groupId: query.queueId, order: "desc", page });
      if (rows.length === 0) break;
      const inside = rows.filter((row) => row.updated_at >= since);
      yield inside;
      oldest = inside.reduce((first, row) => Math.min(first, row.updated_at), oldest);
      if (inside.length < rows.length && until !== undefined) return;
    }
    const stuck = oldest === before;
    if (stuck && page <= lastPage) return;
    // A moment that fills the whole depth of the search cannot be passed otherwise.
    until = stuck ? oldest - 2000 : oldest;
  }
}

/** A ticket cannot have changed before it was created. */
function sinceOf(query: TicketQuery): Instant {
  return Math.max(query.updatedSince ?? 0, query.createdSince ?? 0);
}

function matches(raw: RawTicket, status: Ticket["status"], query: TicketQuery): boolean {
  return (
    (query.statuses === undefined || query.statuses.includes(status)) &&
    (query.queueId === undefined || raw.group_id === query.queueId) &&
    (query.requesterId === undefined || raw.customer_id === query.requesterId) &&
    (query.createdSince === undefined || raw.created_at >= query.createdSince) &&
    (query.updatedSince === undefined || raw.updated_at >= query.updatedSince)
  );
}
