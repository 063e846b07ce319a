import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createServerTime } from "./server-time.ts";

describe("server time", () => {
  it("writes instants in the server's zone and reads them back to the second", () => {
    const zone = fc.constantFrom("UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kolkata");
    const instant = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) });
    fc.assert(
      fc.property(zone, instant, (name, at) => {
        const time = createServerTime(name);
        const stamp = time.format(at);
        expect(stamp).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
        // An hour that the clock has twice may come back as the other one, but is written the same.
        expect(time.format(time.parse(stamp)!)).toBe(stamp);
      }),
    );
    expect(createServerTime("Europe/Berlin").format(Date.UTC(2026, 6, 1, 12))).toBe("2026-07-01 14:00:00");
    expect(createServerTime("Europe/Berlin").parse("2026-12-01 09:00:00")).toBe(Date.UTC(2026, 11, 1, 8));
  });

  it("OT-10: takes no other form", () => {
    const time = createServerTime("UTC");
    const wrong = ["2026-11-20T10:20:54Z", "2026-11-20", "", "2026-13-40 10:00:00", 5, null];
    expect(wrong.map(time.parse)).toEqual(wrong.map(() => undefined));
  });
});
