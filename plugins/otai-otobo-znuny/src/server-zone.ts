import type { Instant } from "@otai/plugin-api/ticket";
import { createServerTime, parseUtc, type ServerTime } from "./server-time.ts";

/** In which zone the installation gives its stamps: as configured, else as its tickets show. */
export interface ServerZone {
  /** UTC until a ticket was seen. */
  readonly time: ServerTime;
  /** Of `time`: an IANA name, or `+01:00`. A learned one may be any that fits. */
  name(): string;
  /** How far the clock there is from UTC: `+01:00`. */
  offset(at: Instant): string;
  /** `configured`, `seen` on tickets, `assumed` because they do not show it, or `unknown` as long as there is no ticket. */
  origin(): "configured" | "seen" | "assumed" | "unknown";
  /** May the clock there be set back some day without our knowing? Nothing but tickets of all seasons tells; UTC is never set back. */
  mayBeSetBack(): boolean;
  /** How far the tickets' clock is from UTC (`+01:00`) where that contradicts the configuration, else `null`. */
  contradiction(): string | null;
  /** A ticket says when it was created by the server's clock, and how long ago that is. The clocks may differ by some minutes. */
  notice(created: string, ageSeconds: number | null, now: Instant): void;
  /** There are tickets, and they do not show it. */
  assume(): void;
}

interface Sighting {
  readonly at: Instant;
  readonly offsetMs: number;
}

/** Nepal and the Chatham Islands are the only ones between; there the zone has to be configured. */
const halfHourMs = 30 * 60_000;
const mostSkewMs = 5 * 60_000;
const farthestMs = 14 * 60 * 60_000;
/** Each zone keeps an offset for longer than that, and a few sightings tell as much as all. */
const fortnightMs = 14 * 24 * 60 * 60_000;
const allSeasonsMs = 300 * 24 * 60 * 60_000;

/**
 * @param configured an IANA name, or `null` to learn it
 * @param machine the zone of the machine that we run on: among zones that fit equally, the likely one
 */
export function createServerZone(configured: string | null, machine: string): ServerZone {
  const sightings = new Map<string, Sighting>();
  let name = configured ?? "UTC";
  let time = createServerTime(name);
  let assumed = false;

  const fits = (one: ServerTime) => {
    const seen = [...sightings.values()];
    return seen.every(({ at, offsetMs }) => one.offsetAt(at) === offsetMs);
  };

  function learn(): void {
    const seen = [...sightings.values()].sort((left, right) => left.at - right.at);
    const found = zonesToTry(seen, machine).find((zone) => fits(createServerTime(zone)));
    // No zone fits: somebody changed it in between. Then what counts is what it is now.
    name = found ?? offsetName(seen.at(-1)!.offsetMs);
    time = createServerTime(name);
  }

  return {
    time: {
      format: (instant) => time.format(instant),
      parse: (stamp) => time.parse(stamp),
      earliest: (since, until) => time.earliest(since, until),
      offsetAt: (instant) => time.offsetAt(instant),
    },
    name: () => name,
    offset: (at) => offsetName(time.offsetAt(at)),
    origin: () => (configured !== null ? "configured" : sightings.size > 0 ? "seen" : assumed ? "assumed" : "unknown"),
    mayBeSetBack() {
      const moments = [...sightings.values()].map(({ at }) => at);
      const seasons = Math.max(...moments) - Math.min(...moments) > allSeasonsMs || hasChanged([...sightings.values()]);
      return configured === null && name !== "UTC" && !seasons;
    },
    contradiction() {
      const newest = [...sightings.values()].sort((left, right) => right.at - left.at)[0];
      return configured === null || newest === undefined || time.offsetAt(newest.at) === newest.offsetMs
        ? null
        : offsetName(newest.offsetMs);
    },
    notice(created, ageSeconds, now) {
      const sighting = sightingOf(created, ageSeconds, now);
      if (sighting === null) return;
      const key = `${Math.floor(sighting.at / fortnightMs)} ${sighting.offsetMs}`;
      if (sightings.has(key)) return;
      sightings.set(key, sighting);
      if (configured === null && !fits(time)) learn();
    },
    assume() {
      assumed = true;
    },
  };
}

function sightingOf(created: string, ageSeconds: number | null, now: Instant): Sighting | null {
  const there = parseUtc(created);
  if (there === null || ageSeconds === null) return null;
  const at = now - ageSeconds * 1000;
  const offsetMs = Math.round((there - at) / halfHourMs) * halfHourMs;
  const skewed = Math.abs(there - at - offsetMs) > mostSkewMs;
  return skewed || Math.abs(offsetMs) > farthestMs ? null : { at: there - offsetMs, offsetMs };
}

/** All zones only where the clock was seen to change; else a plain offset is as good as any of them. */
function zonesToTry(seen: readonly Sighting[], machine: string): readonly string[] {
  return ["UTC", machine, ...(hasChanged(seen) ? Intl.supportedValuesOf("timeZone") : [])];
}

function hasChanged(seen: readonly Sighting[]): boolean {
  return new Set(seen.map(({ offsetMs }) => offsetMs)).size > 1;
}

function offsetName(offsetMs: number): string {
  const minutes = Math.abs(offsetMs) / 60_000;
  const two = (value: number) => String(value).padStart(2, "0");
  return `${offsetMs < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
