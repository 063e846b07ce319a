import type { Instant } from "@otai/plugin-api/ticket";
import type { ChangePage, TicketChange } from "@otai/plugin-api/ticket-query";
import type { Account } from "./account.ts";
import { readCursor, writeCursor } from "./change-cursor.ts";
import { exportTickets, newestStart } from "./export-tickets.ts";
import type { RawTicket } from "./schema.ts";

/** To the second, downwards. */
export function cursorFrom(since: Instant): string {
  return writeCursor({ start: Math.max(0, Math.floor(since / 1000)) });
}

/**
 * One page of the incremental export. Zendesk leaves out the last minute, so a change shows up at least a minute late, and it
 * repeats the end of a page at the start of the next; what the last page ended with travels in the cursor, since a batch that
 * was not stored must come again unchanged (ZD-14, ZD-15).
 * @throws ConfigError for a cursor in the future or of another system, and when the agent is no administrator.
 */
export async function listChanges(account: Account, cursor: string): Promise<ChangePage> {
  const now = account.context.clock.now();
  const from = readCursor(cursor, now);
  const page =
    "start" in from
      ? await exportTickets(account, { start_time: Math.min(from.start, newestStart(now)) })
      : await exportTickets(account, { cursor: from.after });
  const repeated = new Set("after" in from ? from.seen : []);
  const changed = page.tickets.filter((ticket) => !repeated.has(stampOf(ticket)) && !isBefore(ticket, from));
  return {
    changes: newestPerTicket(changed).map(mapChange),
    // An empty page may come without a cursor: then the old one still stands.
    cursor:
      page.after_cursor === null
        ? cursor
        : writeCursor({ after: page.after_cursor, seen: endOf(page.tickets) ?? [...repeated] }),
    caughtUp: page.end_of_stream,
  };
}

function mapChange(ticket: RawTicket): TicketChange {
  return {
    ticketId: ticket.id,
    createdAt: Date.parse(ticket.created_at),
    updatedAt: Date.parse(ticket.updated_at),
    deleted: ticket.status === "deleted",
  };
}

/** The first call may have to begin earlier than asked. */
function isBefore(ticket: RawTicket, from: object): boolean {
  return "start" in from && ticket.generated_timestamp != null && ticket.generated_timestamp < Number(from.start);
}

function newestPerTicket(tickets: readonly RawTicket[]): RawTicket[] {
  const newest = new Map<string, RawTicket>();
  for (const ticket of tickets) {
    newest.delete(ticket.id);
    newest.set(ticket.id, ticket);
  }
  return [...newest.values()];
}

const mostSeen = 50;

/** Stamps of the tickets that share the last second of a page; `null` for an empty page. */
function endOf(tickets: readonly RawTicket[]): string[] | null {
  const last = tickets.at(-1);
  if (last === undefined) return null;
  return tickets
    .filter((ticket) => ticket.generated_timestamp === last.generated_timestamp)
    .slice(-mostSeen)
    .map(stampOf);
}

function stampOf(ticket: RawTicket): string {
  return `${ticket.id}@${ticket.generated_timestamp ?? ticket.updated_at}`;
}
