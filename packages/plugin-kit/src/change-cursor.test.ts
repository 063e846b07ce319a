import { ConfigError } from "@otai/plugin-api/errors";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { changeCursor } from "./change-cursor.ts";

const now = Date.UTC(2026, 10, 20, 12);
const minute = 60_000;
const { read, write } = changeCursor<{ readonly since: number }>({
  ticketSystem: "Sampledesk",
  schema: z.strictObject({ since: z.int() }),
  positionOf: ({ since }) => since,
});

describe("R05: stored positions", () => {
  test("survive the way through the store", () => {
    fc.assert(
      fc.property(fc.integer({ min: -now, max: now }), (since) => {
        expect(read(write({ since }), now)).toEqual({ since });
      }),
    );
  });

  test("a little ahead, by clocks that differ, are taken; further ahead they would wait for ever", () => {
    expect(read(write({ since: now + 10 * minute }), now)).toEqual({ since: now + 10 * minute });
    expect(() => read(write({ since: now + 11 * minute }), now)).toThrow(
      "the stored change cursor of Sampledesk stands at 2026-11-20T12:11:00.000Z, in the future: is this machine's clock right?",
    );
  });

  test.each([
    "",
    "2026-11-20",
    '{"since":1}',
    "sampledesk:",
    'sampledesk:{"since":1',
    'sampledesk:{"since":1,"page":2}',
  ])("of another hand are refused: %j", (text) => {
    expect(() => read(text, now)).toThrow(ConfigError);
  });

  test("of another ticket system are refused, with what stands there", () => {
    const other = changeCursor({
      ticketSystem: "Otherdesk",
      schema: z.strictObject({ since: z.int() }),
      positionOf: ({ since }) => since,
    });
    expect(() => read(other.write({ since: 1 }), now)).toThrow(/"otherdesk:.*is not one of Sampledesk's/);
  });
});
