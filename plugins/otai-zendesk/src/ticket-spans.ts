import type { Instant } from "@otai/plugin-api/ticket";
import type { Account } from "./account.ts";
import { type ExportPage, exportTickets, newestStart } from "./export-tickets.ts";
import type { RawTicket } from "./schema.ts";
import type { Span } from "./walk-back.ts";

/** What changed within a span, duplicates dropped, from the incremental export. */
export async function readSpan(account: Account, { start, end }: Span): Promise<RawTicket[]> {
  const found = new Map<string, RawTicket>();
  for await (const tickets of readForward(account, start)) {
    const inside = tickets.filter((ticket) => end === null || changedAt(ticket) < end);
    for (const ticket of inside) found.set(ticket.id, ticket);
    // The export is sorted by this stamp: what follows belongs to spans that were read before.
    if (inside.length < tickets.length) break;
  }
  return [...found.values()];
}

/** Everything that changed since then, oldest change first, page by page. */
export async function* readForward(account: Account, since: Instant): AsyncGenerator<readonly RawTicket[]> {
  const start_time = Math.min(Math.floor(since / 1000), newestStart(account.context.clock.now()));
  let page: ExportPage = await exportTickets(account, { start_time });
  while (true) {
    yield page.tickets;
    if (page.end_of_stream || page.after_cursor === null) return;
    page = await exportTickets(account, { cursor: page.after_cursor });
  }
}

function changedAt(ticket: RawTicket): Instant {
  return ticket.generated_timestamp == null ? Date.parse(ticket.updated_at) : ticket.generated_timestamp * 1000;
}
