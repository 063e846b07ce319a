import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createServerTime, isTimeZone } from "./server-time.ts";

const zones = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia"];
const zone = fc.constantFrom(...zones);
/** Whole seconds of 2000 to 2040. */
const instant = fc.integer({ min: 946_684_800, max: 2_208_988_800 }).map((seconds) => seconds * 1000);
const hour = 3_600_000;

describe("stamps of the server", () => {
  test("OT-10 have the form YYYY-MM-DD HH:MM:SS in the installation's zone", () => {
    expect(createServerTime("UTC").format(Date.UTC(2026, 10, 20, 0, 5, 9, 999))).toBe("2026-11-20 00:05:09");
    expect(createServerTime("Europe/Berlin").format(Date.UTC(2026, 5, 30, 22, 5, 9))).toBe("2026-07-01 00:05:09");
  });

  test("are read back as the instant, or an hour (or less) beside it where the clock was set back", () => {
    fc.assert(
      fc.property(zone, instant, (name, at) => {
        const time = createServerTime(name);
        const back = time.parse(time.format(at))!;
        expect(time.format(back)).toBe(time.format(at));
        expect(at - back).toBeGreaterThanOrEqual(0);
        expect(at - back).toBeLessThanOrEqual(hour);
      }),
    );
  });

  test("in the hour that comes twice are the first one, so that nothing is passed over", () => {
    const berlin = createServerTime("Europe/Berlin");
    expect(berlin.parse("2026-10-25 02:30:00")).toBe(Date.UTC(2026, 9, 25, 0, 30));
    expect(berlin.parse("2026-10-25 03:00:00")).toBe(Date.UTC(2026, 9, 25, 2));
  });

  test("in the hour that is left out lie before it", () => {
    const berlin = createServerTime("Europe/Berlin");
    expect(berlin.parse("2026-03-29 02:30:00")).toBe(Date.UTC(2026, 2, 29, 0, 30));
    expect(berlin.parse("2026-03-29 03:00:00")).toBe(Date.UTC(2026, 2, 29, 1));
  });

  test("of another form are none", () => {
    for (const text of ["", "2026-11-20T10:20:54Z", "2026-11-20", "2026-13-40 10:00:00", "20.11.2026 10:20:54"]) {
      expect(createServerTime("UTC").parse(text)).toBeNull();
    }
  });

  test("OT-11 of later changes are never before the earliest one of the window, also when the clock is set back", () => {
    const aroundFold = fc.integer({ min: -3 * 3_600, max: 3 * 3_600 }).map((s) => Date.UTC(2026, 9, 25, 1) + s * 1000);
    fc.assert(
      fc.property(
        fc.constantFrom("Europe/Berlin", "UTC"),
        fc.oneof(aroundFold, instant),
        fc.integer({ min: 0, max: 3 * 3_600 }),
        (name, since, seconds) => {
          const time = createServerTime(name);
          const changedAt = since + seconds * 1000;
          expect(time.earliest(since, changedAt) <= time.format(changedAt)).toBe(true);
          expect(time.earliest(since, changedAt) <= time.format(since)).toBe(true);
        },
      ),
    );
  });

  test("a zone that does not exist is told", () => {
    expect(isTimeZone("Europe/Berlin")).toBe(true);
    expect(isTimeZone("Europe/Bärlin")).toBe(false);
  });
});
