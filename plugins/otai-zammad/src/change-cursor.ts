import { createHash } from "node:crypto";
import { ConfigError } from "@otai/plugin-api/errors";
import type { Instant } from "@otai/plugin-api/ticket";
import { z } from "zod";
import type { RawTicket } from "./schema.ts";

/**
 * A position in the list of tickets ordered by their last change. The list moves under the reader: a ticket that changes leaves its
 * place and everything behind it slips forward, past a reader on page 2. So the window rolls with every page: the next one begins at
 * the last instant seen, and what was delivered of it is remembered. Only where a whole page lies before that (many tickets changed
 * at once) pages are turned, forward to find the end and then backward: what slips meanwhile slips into pages that are yet to come.
 */
export interface ChangeCursor {
  /** Begin of the window. */
  readonly since: Instant;
  readonly page: number;
  /** On the way back: where the next window begins, and whether the list ends there. */
  readonly back: { readonly to: Instant; readonly caughtUp: boolean } | null;
  /** All that was delivered since then is in `seen`. */
  readonly covered: Instant;
  readonly seen: readonly SeenTicket[];
}

/** The digest tells a second change within the same moment from the first. */
type SeenTicket = readonly [id: string, updatedAt: Instant, digest: string];

export interface Advance {
  readonly fresh: readonly RawTicket[];
  readonly next: ChangeCursor;
  readonly caughtUp: boolean;
}

export interface FeedSettings {
  readonly overlapMs: number;
  readonly pageSize: number;
  /** The search shows no page beyond. */
  readonly lastPage: number;
}

export function startAt(since: Instant): ChangeCursor {
  return { since, page: 1, back: null, covered: since, seen: [] };
}

/** What a page brings and where to go on. @param more the list may have another page */
export function advance(
  cursor: ChangeCursor,
  page: readonly RawTicket[],
  more: boolean,
  settings: FeedSettings,
): Advance {
  // The search is asked from a second before, and an older row would be new for ever.
  const rows = page.filter((row) => row.updated_at >= cursor.since);
  const known = new Set(cursor.seen.map(keyOf));
  const marks = rows.map((row): SeenTicket => [row.id, row.updated_at, digestOf(row)]);
  const fresh = rows.filter((_, index) => {
    const key = keyOf(marks[index]!);
    return !known.has(key) && known.add(key);
  });
  const seen = [...new Map([...cursor.seen, ...marks].map((mark) => [keyOf(mark), mark])).values()];
  const newest = rows.reduce((latest, row) => Math.max(latest, row.updated_at), cursor.since);
  if (cursor.back !== null) {
    if (cursor.page === 1) return finish({ ...cursor, seen }, fresh, cursor.back, settings);
    return { fresh, next: { ...cursor, seen, page: cursor.page - 1 }, caughtUp: false };
  }
  const inside = more && newest <= cursor.since;
  if (inside && cursor.page < settings.lastPage) {
    return { fresh, next: { ...cursor, seen, page: cursor.page + 1 }, caughtUp: false };
  }
  // Of one second no more can be read than the search shows; the next window must not begin inside it again.
  const to = inside ? Math.floor(cursor.since / 1000) * 1000 + 1001 : newest;
  const end = { to, caughtUp: !more };
  if (cursor.page === 1) return finish({ ...cursor, seen }, fresh, end, settings);
  return { fresh, next: { ...cursor, seen, page: cursor.page - 1, back: end }, caughtUp: false };
}

function finish(
  { covered: before, seen }: ChangeCursor,
  fresh: readonly RawTicket[],
  { to, caughtUp }: NonNullable<ChangeCursor["back"]>,
  { overlapMs, pageSize }: FeedSettings,
): Advance {
  const covered = coverage(seen, Math.max(before, to - overlapMs), to, pageSize);
  const kept = seen.filter(([, updatedAt]) => updatedAt >= covered);
  return { fresh, next: { since: caughtUp ? covered : to, page: 1, back: null, covered, seen: kept }, caughtUp };
}

/** The overlap shrinks so that it, and what is new, fits into one page: the earliest instant from `from` on after which little changed. */
function coverage(seen: readonly SeenTicket[], from: Instant, newest: Instant, pageSize: number): Instant {
  const most = Math.floor(pageSize * 0.8);
  const times = seen.map(([, updatedAt]) => updatedAt).filter((updatedAt) => updatedAt >= from);
  if (times.length <= most) return from;
  const oldestKept = times.sort((a, b) => b - a)[most - 1]!;
  // The instant of the oldest one kept may be remembered in part only, so the next one is where we are complete.
  return Math.min(oldestKept + 1, newest);
}

function keyOf([id, updatedAt, digest]: SeenTicket): string {
  return `${id} ${updatedAt} ${digest}`;
}

function digestOf(row: RawTicket): string {
  const state = Object.entries(row).sort(([left], [right]) => (left < right ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(state)).digest("base64url").slice(0, 8);
}

const cursorSchema = z.strictObject({
  zammad: z.literal(1),
  since: z.int(),
  page: z.int().min(1),
  back: z.strictObject({ to: z.int(), caughtUp: z.boolean() }).nullable(),
  covered: z.int(),
  seen: z.array(z.tuple([z.string(), z.int(), z.string()])),
});

export function writeCursor(cursor: ChangeCursor): string {
  return JSON.stringify({ zammad: 1, ...cursor });
}

/** Clocks differ a little; a cursor further ahead than this would wait for ever (R05). */
const mostSkewMs = 10 * 60_000;

/** @throws ConfigError for a cursor that is not ours or lies in the future. */
export function readCursor(text: string, now: Instant): ChangeCursor {
  const parsed = cursorSchema.safeParse(parseJson(text));
  if (!parsed.success) {
    throw new ConfigError(
      "the stored position of the Zammad change feed was not written by this plugin; start the feed anew",
    );
  }
  const { zammad: _, ...cursor } = parsed.data;
  if (cursor.since > now + mostSkewMs) {
    throw new ConfigError(
      `the stored position of the Zammad change feed lies in the future (${new Date(cursor.since).toISOString()}); check the clock, then start the feed anew`,
    );
  }
  return cursor;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
