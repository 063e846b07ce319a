import type { Instant } from "@otai/plugin-api/ticket";
import { changeCursor } from "@otai/plugin-kit/change-cursor";
import { z } from "zod";
import type { RawTicket } from "./schema.ts";
import { ticketState } from "./ticket-state.ts";

/**
 * A position in the list of tickets ordered by their last change. Freshdesk pages by number, up to 300, over a list that moves
 * under the reader: a ticket that changes leaves its place and everything behind it slips forward, past a reader on page 2. So
 * the window rolls with every page: the next one begins at the last second seen, and what was delivered of it is remembered (FD-7).
 * Only a second with more than a page of tickets is walked by page number, and walked again until it brings nothing new.
 */
export interface ChangeCursor {
  /** Begin of the next window. */
  readonly since: Instant;
  readonly page: number;
  /** Something new came up on a later page of this second. */
  readonly again: boolean;
  /** All that was delivered since then is in `seen`. */
  readonly covered: Instant;
  readonly seen: readonly SeenTicket[];
}

type SeenTicket = readonly [id: string, updatedAt: Instant, state: string];

export interface Advance {
  readonly fresh: readonly RawTicket[];
  readonly next: ChangeCursor;
  readonly caughtUp: boolean;
}

/** So far back every poll looks once more, for changes that became visible late. */
const overlapMs = 60_000;
/** The overlap shrinks so that it, and what is new, fits into one page. */
const mostRemembered = 80;
const lastPage = 300;

export function startAt(since: Instant): ChangeCursor {
  const second = Math.floor(since / 1000) * 1000;
  return { since: second, page: 1, again: false, covered: second, seen: [] };
}

/** What a page brings and where to go on. @param more the list has another page */
export function advance(cursor: ChangeCursor, rows: readonly RawTicket[], more: boolean): Advance {
  const known = new Set(cursor.seen.map(keyOf));
  const marks = rows.map((row): SeenTicket => [row.id, row.updated_at, stateOf(row)]);
  const fresh = rows.filter((_, index) => {
    const key = keyOf(marks[index]!);
    return !known.has(key) && known.add(key);
  });
  const seen = [...new Map([...cursor.seen, ...marks].map((mark) => [keyOf(mark), mark])).values()];
  const newest = rows.reduce((latest, row) => Math.max(latest, row.updated_at), cursor.since);
  const inside = more && newest <= cursor.since;
  const again = cursor.again || (cursor.page > 1 && fresh.length > 0);

  if (inside && cursor.page < lastPage) {
    return { fresh, next: { ...cursor, seen, page: cursor.page + 1, again }, caughtUp: false };
  }
  if (again) return { fresh, next: { ...cursor, seen, page: 1, again: false }, caughtUp: false };

  // 30,000 tickets of one second are all that can be read of it.
  const since = inside ? cursor.since + 1000 : newest;
  const covered = coverage(seen, Math.max(cursor.covered, since - overlapMs), newest);
  const next = { page: 1, again: false, covered, seen: seen.filter(([, updatedAt]) => updatedAt >= covered) };
  return more
    ? { fresh, next: { ...next, since }, caughtUp: false }
    : { fresh, next: { ...next, since: covered }, caughtUp: true };
}

/** The earliest instant from `from` on after which few enough tickets changed; never later than the newest second. */
function coverage(seen: readonly SeenTicket[], from: Instant, newest: Instant): Instant {
  const times = seen.map(([, updatedAt]) => updatedAt).filter((updatedAt) => updatedAt >= from);
  if (times.length <= mostRemembered) return from;
  const oldestKept = times.sort((a, b) => b - a)[mostRemembered - 1]!;
  // The second of the oldest one kept may be remembered in part only, so the next one is where we are complete.
  return Math.min(oldestKept + 1000, newest);
}

function keyOf([id, updatedAt, state]: SeenTicket): string {
  return `${id} ${updatedAt} ${state}`;
}

/** Answers of both sides show in the times of `stats` alone. */
function stateOf(row: RawTicket): string {
  const { requester_responded_at, agent_responded_at } = row.stats ?? {};
  return `${ticketState(row)}${requester_responded_at ?? ""}${agent_responded_at ?? ""}`;
}

export const { write: writeCursor, read: readCursor } = changeCursor<ChangeCursor>({
  ticketSystem: "Freshdesk",
  schema: z.strictObject({
    since: z.int(),
    page: z.int().min(1).max(lastPage),
    again: z.boolean(),
    covered: z.int(),
    seen: z.array(z.tuple([z.string(), z.int(), z.string()])),
  }),
  positionOf: ({ since }) => since,
});
