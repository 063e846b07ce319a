import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longestRetryAfterMs, readRetryAfter } from "./retry-after.ts";

const now = Date.UTC(2026, 10, 1, 9, 0, 0);

describe("Retry-After (D15)", () => {
  it.each([
    ["34", 34_000],
    [" 5 ", 5_000],
    ["0", 1_000],
    ["1.5", 1_500],
    ["Sun, 01 Nov 2026 09:02:00 GMT", 120_000],
    ["Sun, 01 Nov 2026 08:00:00 GMT", 1_000],
    ["999999", longestRetryAfterMs],
  ])("reads %j as %d ms", (header, ms) => {
    expect(readRetryAfter(header, now)).toBe(ms);
  });

  it.each([undefined, "", "abc", "-3", "12 apples", "2026-11-01"])("does not believe %j", (header) => {
    expect(readRetryAfter(header, now)).toBeNull();
  });

  it("stays within a second and an hour whatever comes", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
        ),
        (header) => {
          const ms = readRetryAfter(header, now);
          expect(ms === null || (ms >= 1_000 && ms <= longestRetryAfterMs)).toBe(true);
        },
      ),
    );
  });
});
