import type { Account } from "./account.ts";
import { readTickets } from "./load-tickets.ts";
import type { RawTicket } from "./schema.ts";
import { searchTicketIds, type TicketSearch } from "./search-tickets.ts";

/** More than this many in one second are not all found. */
export const longestSearch = 50_000;

/**
 * All tickets of a search, each once, with their articles. A full answer is followed by a search from its last second on; where
 * one second holds more than a whole answer, more are asked for at once (OT-11).
 */
export async function* walkTickets(account: Account, search: Omit<TicketSearch, "limit">): AsyncGenerator<RawTicket> {
  const { batch_size, search_limit } = account.params;
  const given = new Set<string>();
  let edge: string | undefined;
  let limit = search_limit;
  for (;;) {
    const window = edge === undefined ? search : { ...search, [search.order === "Up" ? "newer" : "older"]: edge };
    const ids = await searchTicketIds(account, { ...window, limit });
    const fresh = ids.filter((id) => !given.has(id));
    const stamps: string[] = [];
    for (let start = 0; start < fresh.length; start += batch_size) {
      const batch = fresh.slice(start, start + batch_size);
      for (const id of batch) given.add(id);
      for (const ticket of await readTickets(account, batch, { articles: true })) {
        stamps.push(ticket.Changed);
        yield ticket;
      }
    }
    if (ids.length < limit) return;
    const next = search.order === "Up" ? safeEnd(stamps) : stamps.sort()[0];
    if (next !== undefined && next !== edge) {
      edge = next;
      limit = search_limit;
    } else if (limit >= longestSearch) {
      account.context.log.warn({ connection: account.context.connection, limit }, "too many tickets in one second");
      return;
    } else limit *= 4;
  }
}

/**
 * Where to go on behind a full answer, oldest first. A ticket that changed after the search and before it was read shows a later
 * second than the one it was found under; that would leave out what lies between. One of the last ones that did not change does
 * not, so the earliest of them is taken.
 */
export function safeEnd(stamps: readonly string[]): string | undefined {
  return stamps.slice(-Math.max(5, Math.ceil(stamps.length / 10))).sort()[0];
}
