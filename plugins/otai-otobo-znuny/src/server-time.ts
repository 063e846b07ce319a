import type { Instant } from "@otai/plugin-api/ticket";

/** The installation's clock: stamps are `YYYY-MM-DD HH:MM:SS` in its own time zone, and do not say which. */
export interface ServerTime {
  /** Downwards to the second. */
  format(instant: Instant): string;
  /** `null` for what is no such stamp. In the hour that comes twice it is the first one, in the one that is left out the one before. */
  parse(stamp: string): Instant | null;
  /**
   * The earliest stamp that anything from `since` to `until` may have: when the clock is set back, later changes have earlier
   * stamps than some before them.
   */
  earliest(since: Instant, until: Instant): string;
  /** Ms that the clock there is ahead of UTC. */
  offsetAt(instant: Instant): number;
}

const quarterMs = 15 * 60_000;
/** Nowhere is a clock set back by more, and no zone changes but at a full quarter of an hour. */
const longestFoldMs = 3 * 60 * 60_000;
const mostRemembered = 20_000;
const dayMs = 24 * 60 * 60_000;

/** @param timeZone an IANA name, e.g. `Europe/Berlin`, or an offset like `+01:00` */
export function createServerTime(timeZone: string): ServerTime {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });

  const offsets = new Map<number, number>();

  // Asking `Intl` takes its time, so each quarter of an hour is asked for once.
  function offsetAt(instant: Instant): number {
    const quarter = Math.floor(instant / quarterMs);
    const known = offsets.get(quarter);
    if (known !== undefined) return known;
    const found = parts.formatToParts(quarter * quarterMs).map(({ type, value }) => [type, value]);
    const { year, month, day, hour, minute, second } = Object.fromEntries(found) as Record<string, string>;
    const there = parseUtc(`${year!.padStart(4, "0")}-${month}-${day} ${hour}:${minute}:${second}`);
    const offset = (there ?? quarter * quarterMs) - quarter * quarterMs;
    if (offsets.size >= mostRemembered) offsets.clear();
    offsets.set(quarter, offset);
    return offset;
  }

  function format(instant: Instant): string {
    return new Date(instant + offsetAt(instant)).toISOString().slice(0, 19).replace("T", " ");
  }

  function parse(stamp: string): Instant | null {
    const asUtc = parseUtc(stamp);
    if (asUtc === null) return null;
    const near = [asUtc - dayMs, asUtc, asUtc + dayMs].map(offsetAt);
    const fitting = near.map((offset) => asUtc - offset).filter((instant) => instant + offsetAt(instant) === asUtc);
    return fitting.length > 0 ? Math.min(...fitting) : asUtc - Math.max(...near);
  }

  function earliest(since: Instant, until: Instant): string {
    const stamps = [format(since)];
    const last = Math.min(until, since + longestFoldMs);
    for (let at = Math.ceil((since + 1) / quarterMs) * quarterMs; at <= last; at += quarterMs) stamps.push(format(at));
    return stamps.sort()[0]!;
  }

  return { format, parse, earliest, offsetAt };
}

/** As if the stamp were one of UTC; `null` for what is none. */
export function parseUtc(stamp: string): Instant | null {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(stamp)) return null;
  const instant = Date.parse(`${stamp.replace(" ", "T")}Z`);
  return Number.isNaN(instant) ? null : instant;
}

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
