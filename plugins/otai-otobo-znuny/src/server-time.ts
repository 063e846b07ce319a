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
}

const quarterMs = 15 * 60_000;
/** Nowhere is a clock set back by more, and no zone changes but at a full quarter of an hour. */
const longestFoldMs = 3 * 60 * 60_000;
const dayMs = 24 * 60 * 60_000;

/** @param timeZone an IANA name, e.g. `Europe/Berlin`; OTOBOTimeZone of the installation */
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

  function format(instant: Instant): string {
    const found = Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, value]));
    const { year, month, day, hour, minute, second } = found;
    return `${year!.padStart(4, "0")}-${month}-${day} ${hour}:${minute}:${second}`;
  }

  function parse(stamp: string): Instant | null {
    const asUtc = parseUtc(stamp);
    if (asUtc === null) return null;
    const offsets = [asUtc - dayMs, asUtc, asUtc + dayMs].map((near) => parseUtc(format(near))! - near);
    const fitting = offsets.map((offset) => asUtc - offset).filter((instant) => format(instant) === stamp);
    return fitting.length > 0 ? Math.min(...fitting) : asUtc - Math.max(...offsets);
  }

  function earliest(since: Instant, until: Instant): string {
    const stamps = [format(since)];
    const last = Math.min(until, since + longestFoldMs);
    for (let at = Math.ceil((since + 1) / quarterMs) * quarterMs; at <= last; at += quarterMs) stamps.push(format(at));
    return stamps.sort()[0]!;
  }

  return { format, parse, earliest };
}

function parseUtc(stamp: string): Instant | null {
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
