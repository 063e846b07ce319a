import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createServerTime } from "./server-time.ts";
import { createServerZone, type ServerZone } from "./server-zone.ts";

const now = Date.UTC(2026, 10, 20, 12);
const day = 24 * 3_600_000;

/** As a server in that zone shows a ticket of that moment, if its clock is ahead of ours by so much. */
function notice(zone: ServerZone, serverZone: string, createdAt: number, skewMs = 0): void {
  const created = Math.floor(createdAt / 1000) * 1000;
  zone.notice(createServerTime(serverZone).format(created), Math.floor((now + skewMs - created) / 1000), now);
}

describe("the zone of the stamps", () => {
  test("is UTC until a ticket was seen, and then the one that it shows", () => {
    const zone = createServerZone(null, "UTC");
    expect([zone.name(), zone.origin()]).toEqual(["UTC", "unknown"]);
    notice(zone, "America/New_York", now - day);
    expect([zone.name(), zone.origin()]).toEqual(["-05:00", "seen"]);
    expect(zone.time.parse("2026-11-20 07:00:00")).toBe(now);
  });

  test("is rather that of this machine than another one that fits as well", () => {
    const zone = createServerZone(null, "Europe/Vienna");
    notice(zone, "Europe/Berlin", now - day);
    expect(zone.name()).toBe("Europe/Vienna");
  });

  test("is right in summer and in winter once tickets of both were seen, whatever it is called", () => {
    const zone = fc.constantFrom("UTC", "Europe/Berlin", "Europe/London", "America/New_York", "Asia/Kolkata");
    const instant = fc.integer({ min: 0, max: 730 }).map((days) => now - days * day);
    fc.assert(
      fc.property(zone, fc.constantFrom("UTC", "Europe/Paris"), fc.array(instant), instant, (server, own, seen, at) => {
        const learned = createServerZone(null, own);
        for (const one of [...seen, now - day, now - 150 * day, at]) notice(learned, server, one);
        expect(learned.time.format(at)).toBe(createServerTime(server).format(at));
        expect(learned.time.format(now)).toBe(createServerTime(server).format(now));
      }),
      { numRuns: 30 },
    );
  });

  test("is one of a clock that may be set back as long as tickets of half a year are all there is", () => {
    const zone = createServerZone(null, "Europe/Vienna");
    notice(zone, "Africa/Lagos", now - day);
    expect([zone.name(), zone.mayBeSetBack()]).toEqual(["Europe/Vienna", true]);
    notice(zone, "Africa/Lagos", now - 150 * day);
    notice(zone, "Africa/Lagos", now - 310 * day);
    expect([zone.name(), zone.mayBeSetBack()]).toEqual(["+01:00", false]);
    expect(createServerZone("Europe/Berlin", "UTC").mayBeSetBack()).toBe(false);
    const utc = createServerZone(null, "UTC");
    notice(utc, "UTC", now - day);
    expect(utc.mayBeSetBack()).toBe(false);
  });

  test("is not taken from clocks that differ by minutes, nor from tickets without an age", () => {
    const zone = createServerZone(null, "UTC");
    notice(zone, "Europe/Berlin", now - day, 10 * 60_000);
    zone.notice("2026-11-20 10:20:54", null, now);
    zone.notice("", 44, now);
    expect(zone.origin()).toBe("unknown");
    zone.assume();
    expect([zone.name(), zone.origin()]).toEqual(["UTC", "assumed"]);
    notice(zone, "Europe/Berlin", now - day, 2 * 60_000);
    expect([zone.name(), zone.origin()]).toEqual(["+01:00", "seen"]);
  });

  test("that is configured wins, and what contradicts it is known", () => {
    const zone = createServerZone("Europe/Berlin", "UTC");
    notice(zone, "Europe/Berlin", now - day);
    expect(zone.contradiction()).toBeNull();
    notice(zone, "UTC", now - 60_000);
    expect([zone.name(), zone.origin(), zone.contradiction()]).toEqual(["Europe/Berlin", "configured", "+00:00"]);
  });

  test("is the newest tickets' where no zone fits all of them", () => {
    const zone = createServerZone(null, "UTC");
    for (const hours of [1, 2, 3, 4]) notice(zone, `+0${5 - hours}:00`, now - hours * 20 * day);
    expect(zone.time.format(now)).toBe("2026-11-20 16:00:00");
  });
});
