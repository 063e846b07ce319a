import type { Instant } from "@otai/plugin-api/ticket";
import type { ChangePage, TicketChange } from "@otai/plugin-api/ticket-query";
import type { Account } from "./account.ts";
import { type ChangeCursor, readCursor, writeCursor } from "./change-cursor.ts";
import { readTickets } from "./load-tickets.ts";
import { tombstoneOf } from "./map-ticket.ts";
import type { RawTicket } from "./schema.ts";
import { searchTicketIds } from "./search-tickets.ts";
import { settleZone } from "./settle-zone.ts";
import { instantOf } from "./stamp.ts";
import { versionOf } from "./ticket-version.ts";
import { longestSearch, safeEnd } from "./walk-tickets.ts";

export function cursorFrom(since: Instant): string {
  return writeCursor({ at: since, exact: false, seen: [] });
}

/**
 * One search by last change and what its tickets show. Every look reaches back by `clock_leeway`, also when the cursor came from
 * a clock ahead of the server's: a start in the server's future would find nothing (OT-10).
 * @throws ConfigError for a cursor in the future or of another system
 */
export async function listChanges(account: Account, cursor: string): Promise<ChangePage> {
  const { context, params, time, zone } = account;
  const now = context.clock.now();
  const position = readCursor(cursor, now);
  if (!(await settleZone(account))) return { changes: [], cursor, caughtUp: true };
  const leewayMs = params.clock_leeway * 1000 + (zone.mayBeSetBack() ? longestFoldMs : 0);
  const start = position.exact ? time.format(position.at) : time.earliest(Math.min(position.at, now) - leewayMs, now);
  let limit = params.search_limit;
  for (;;) {
    const ids = await searchTicketIds(account, { order: "Up", newer: start, limit });
    const tickets = await readTickets(account, ids, { articles: false });
    const full = ids.length >= limit;
    const end = full ? safeEnd(tickets.map(({ Changed }) => Changed)) : undefined;
    // A second with more tickets than one answer holds: ask for more at once (OT-11).
    if (full && (end === undefined || end <= start) && limit < longestSearch) {
      limit *= 4;
      continue;
    }
    // The tickets may have shown another zone than the one of the start: here every stamp is of the same.
    const next = end ?? laterOf(time.format(position.at), newestOf(tickets, time.format(now)));
    const at = time.parse(next) ?? now;
    const keepFrom = time.earliest(at - leewayMs, now + leewayMs);
    return {
      changes: fresh(tickets, position).map((ticket) => mapChange(account, ticket)),
      cursor: writeCursor({ at, exact: full, seen: remember(position, tickets, keepFrom) }),
      caughtUp: !full,
    };
  }
}

function mapChange({ params, time }: Account, ticket: RawTicket): TicketChange {
  const tombstone = tombstoneOf(ticket, params);
  return {
    ticketId: ticket.TicketID,
    createdAt: instantOf(time, ticket.Created, "Created"),
    updatedAt: instantOf(time, ticket.Changed, "Changed"),
    deleted: tombstone === "deleted" || tombstone === "spam",
  };
}

/** Within a second the server has another order at each call. */
function fresh(tickets: readonly RawTicket[], { seen }: ChangeCursor): RawTicket[] {
  const known = new Set(seen);
  const order = (left: RawTicket, right: RawTicket) =>
    left.Changed === right.Changed
      ? Number(left.TicketID) - Number(right.TicketID)
      : left.Changed < right.Changed
        ? -1
        : 1;
  return tickets.filter((ticket) => !known.has(keyOf(ticket))).sort(order);
}

/** Behind a clock that was set back, a start would lie in the server's future and find nothing. */
const longestFoldMs = 60 * 60_000;
/** The newest ones when there are too many: what is forgotten comes twice, which does no harm. */
const mostRemembered = 1_000;

function remember({ seen }: ChangeCursor, tickets: readonly RawTicket[], from: string): string[] {
  const keys = new Set([...seen, ...tickets.map(keyOf)]);
  return [...keys].filter((key) => stampOf(key) >= from).slice(-mostRemembered);
}

/** `13 2026-11-20 10:20:54 aB3dE6gH`: the second alone would hide a second change within it. */
function keyOf(ticket: RawTicket): string {
  return `${ticket.TicketID} ${versionOf(ticket)}`;
}

function stampOf(key: string): string {
  return key.split(" ").slice(1, 3).join(" ");
}

function newestOf(tickets: readonly RawTicket[], now: string): string {
  const newest = tickets.reduce((latest, { Changed }) => laterOf(latest, Changed), "");
  return newest < now ? newest : now;
}

function laterOf(left: string, right: string): string {
  return left > right ? left : right;
}
