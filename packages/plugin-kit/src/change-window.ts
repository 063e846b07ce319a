import type { Instant } from "@otai/plugin-api/ticket";
import { z } from "zod";

/**
 * A position in a list of tickets that is ordered by their last change and read in numbered pages. The list moves under the reader:
 * a ticket that changes leaves its place and everything behind it slips forward, past a reader on page 2. So the window rolls with
 * every page: the next one begins at the last instant seen, and what was delivered of it is remembered. Only where a whole page lies
 * before that (many tickets changed at once) pages are turned, forward to find the end and then backward: what slips meanwhile slips
 * into pages that are yet to come.
 */
export const changeWindow = z.strictObject({
  /** Where the window begins. */
  since: z.int(),
  page: z.int().min(1),
  /** On the way back: where the next window begins, and whether the list ends there. */
  back: z.strictObject({ to: z.int(), caughtUp: z.boolean() }).nullable(),
  /** All that was delivered since then is in `seen`. */
  covered: z.int(),
  seen: z.array(z.tuple([z.string(), z.int(), z.string()]).readonly()).readonly(),
});
export type ChangeWindow = Readonly<z.output<typeof changeWindow>>;

/** One state of one ticket; `state` tells a second change within the resolution of the stamp from the first. */
export type Mark = readonly [id: string, changedAt: Instant, state: string];

export interface ChangeList<Row> {
  markOf(row: Row): Mark;
  /** Resolution of the stamps: 1 or 1000. */
  readonly stampMs: number;
  /** So far back every look reaches once more, for changes that became visible late. */
  readonly overlapMs: number;
  readonly pageSize: number;
  /** No page beyond is shown. */
  readonly lastPage: number;
  /** Where to go on past a second of which `lastPage` pages are not all. */
  pastSecond(since: Instant): Instant;
}

export interface Advance<Row> {
  readonly fresh: readonly Row[];
  readonly next: ChangeWindow;
  readonly caughtUp: boolean;
}

export function startAt(since: Instant, { stampMs }: Pick<ChangeList<never>, "stampMs">): ChangeWindow {
  const begin = Math.floor(since / stampMs) * stampMs;
  return { since: begin, page: 1, back: null, covered: begin, seen: [] };
}

/** What a page brings and where to go on. @param more the list may have another page */
export function advance<Row>(
  window: ChangeWindow,
  page: readonly Row[],
  more: boolean,
  list: ChangeList<Row>,
): Advance<Row> {
  // The list may be asked from a little before, and an older row would be new for ever.
  const rows = page.map((row) => ({ row, mark: list.markOf(row) })).filter(({ mark }) => mark[1] >= window.since);
  const seen = new Map(window.seen.map((mark) => [keyOf(mark), mark]));
  const fresh: Row[] = [];
  for (const { row, mark } of rows) {
    if (seen.has(keyOf(mark))) continue;
    seen.set(keyOf(mark), mark);
    fresh.push(row);
  }
  const reached = { ...window, seen: [...seen.values()] };
  if (window.back !== null) return turnBack(reached, fresh, window.back, list);

  const newest = rows.reduce((latest, { mark }) => Math.max(latest, mark[1]), window.since);
  const inside = more && newest <= window.since;
  if (inside && window.page < list.lastPage) {
    return { fresh, next: { ...reached, page: window.page + 1 }, caughtUp: false };
  }
  return turnBack(reached, fresh, { to: inside ? list.pastSecond(window.since) : newest, caughtUp: !more }, list);
}

/** From page to page to the first one, from where the window moves on. */
function turnBack<Row>(
  window: ChangeWindow,
  fresh: readonly Row[],
  back: NonNullable<ChangeWindow["back"]>,
  list: ChangeList<Row>,
): Advance<Row> {
  if (window.page > 1) return { fresh, next: { ...window, page: window.page - 1, back }, caughtUp: false };
  const { to, caughtUp } = back;
  const covered = coverage(window.seen, Math.max(window.covered, to - list.overlapMs), to, list);
  const seen = window.seen.filter(([, changedAt]) => changedAt >= covered);
  return { fresh, next: { since: caughtUp ? covered : to, page: 1, back: null, covered, seen }, caughtUp };
}

/** The overlap shrinks so that it, and what is new, fits into one page: the earliest instant from `from` on after which little changed. */
function coverage(
  seen: readonly Mark[],
  from: Instant,
  newest: Instant,
  { pageSize, stampMs }: Pick<ChangeList<never>, "pageSize" | "stampMs">,
): Instant {
  const most = Math.floor(pageSize * 0.8);
  const times = seen.map(([, changedAt]) => changedAt).filter((changedAt) => changedAt >= from);
  if (times.length <= most) return from;
  const oldestKept = times.sort((a, b) => b - a)[most - 1]!;
  // The stamp of the oldest one kept may be remembered in part only, so the next one is where we are complete.
  return Math.min(oldestKept + stampMs, newest);
}

function keyOf([id, changedAt, state]: Mark): string {
  return `${id} ${changedAt} ${state}`;
}
