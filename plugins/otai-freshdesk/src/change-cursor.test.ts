import { ConfigError } from "@otai/plugin-api/errors";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advance, type ChangeCursor, readCursor, startAt, writeCursor } from "./change-cursor.ts";
import { type RawTicket, ticketSchema } from "./schema.ts";

const start = Date.UTC(2026, 0, 1);

function row(id: number, second: number, revision = 0): RawTicket {
  const at = new Date(start + second * 1000).toISOString();
  return ticketSchema.parse({ id, status: 2, subject: `revision ${revision}`, created_at: at, updated_at: at });
}

/** Freshdesk's side: tickets by last change, a page of those from `since` on. */
function pageOf(tickets: Iterable<RawTicket>, cursor: ChangeCursor, size: number) {
  const rows = [...tickets]
    .filter((ticket) => ticket.updated_at >= cursor.since)
    .sort((a, b) => a.updated_at - b.updated_at || Number(a.id) - Number(b.id));
  return { rows: rows.slice((cursor.page - 1) * size, cursor.page * size), more: rows.length > cursor.page * size };
}

const keyOf = (ticket: RawTicket) => `${ticket.id} ${ticket.updated_at} ${ticket.subject}`;

function drain(
  tickets: Map<number, RawTicket>,
  from: ChangeCursor,
  size: number,
  delivered: string[],
  between = () => {},
) {
  let cursor = from;
  for (let calls = 0; calls < 10_000; calls++) {
    const { rows, more } = pageOf(tickets.values(), cursor, size);
    const { fresh, next, caughtUp } = advance(cursor, rows, more);
    delivered.push(...fresh.map(keyOf));
    cursor = readCursor(writeCursor(next), start + 1e9);
    if (caughtUp) return cursor;
    between();
  }
  throw new Error("the feed does not come to an end");
}

const tickets = (...rows: RawTicket[]) => new Map(rows.map((ticket) => [Number(ticket.id), ticket]));

describe("FD-7: the window over the list of changes", () => {
  it("loses and doubles nothing while tickets change under the reader", () => {
    const change = fc.record({ id: fc.integer({ min: 1, max: 30 }), pause: fc.integer({ min: 0, max: 90 }) });
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 30 }),
        fc.array(change, { maxLength: 40 }),
        fc.integer({ min: 2, max: 7 }),
        (seconds, changes, size) => {
          const desk = tickets(...seconds.map((second, index) => row(index + 1, second)));
          const delivered: string[] = [];
          const expected = new Set([...desk.values()].map(keyOf));
          let now = 5;
          const script = [...changes];
          const changeOne = () => {
            const next = script.shift();
            if (next === undefined) return;
            now += next.pause;
            const changed = row(next.id, now, script.length + 1);
            const before = desk.get(next.id);
            // What was overwritten before anybody could read it is gone for every reader.
            if (before !== undefined && !delivered.includes(keyOf(before))) expected.delete(keyOf(before));
            desk.set(next.id, changed);
            expected.add(keyOf(changed));
          };
          let cursor = startAt(start);
          while (script.length > 0) {
            changeOne();
            cursor = drain(desk, cursor, size, delivered, changeOne);
          }
          cursor = drain(desk, cursor, size, delivered);
          expect([...delivered].sort()).toEqual([...expected].sort());
          expect(drain(desk, cursor, size, delivered)).toEqual(cursor);
          expect(delivered).toHaveLength(expected.size);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("walks a second with more tickets than a page holds, even while one of them leaves it", () => {
    const desk = tickets(...Array.from({ length: 25 }, (_, index) => row(index + 1, 10)), row(99, 11));
    const delivered: string[] = [];
    let calls = 0;
    drain(desk, startAt(start), 10, delivered, () => {
      // Ticket 1 leaves page 1, so that ticket 11 slips from page 2 to page 1.
      if (++calls === 2) desk.set(1, row(1, 500, 1));
    });
    const ids = delivered.map((key) => key.split(" ")[0]);
    expect(new Set(ids)).toEqual(new Set([...Array.from({ length: 25 }, (_, index) => String(index + 1)), "99"]));
    expect(new Set(delivered).size).toBe(delivered.length);
  });

  it("finds a change that became visible late, if not later than a minute", () => {
    const desk = tickets(row(1, 100));
    const delivered: string[] = [];
    let cursor = drain(desk, startAt(start), 100, delivered);
    desk.set(2, row(2, 45));
    cursor = drain(desk, cursor, 100, delivered);
    expect(delivered.map((key) => key.split(" ")[0])).toEqual(["1", "2"]);
    expect(drain(desk, cursor, 100, delivered)).toEqual(cursor);
    expect(delivered).toHaveLength(2);
  });

  it("sees a second change within the same second", () => {
    const desk = tickets(row(1, 100));
    const delivered: string[] = [];
    const cursor = drain(desk, startAt(start), 100, delivered);
    desk.set(1, row(1, 100, 1));
    drain(desk, cursor, 100, delivered);
    expect(delivered).toHaveLength(2);
  });

  it("remembers little, however many tickets there are", () => {
    const desk = tickets(...Array.from({ length: 3_000 }, (_, index) => row(index + 1, Math.floor(index / 10))));
    const delivered: string[] = [];
    const cursor = drain(desk, startAt(start), 100, delivered);
    expect(new Set(delivered).size).toBe(3_000);
    expect(delivered).toHaveLength(3_000);
    expect(cursor.seen.length).toBeLessThanOrEqual(80);
    expect(drain(desk, cursor, 100, delivered)).toEqual(cursor);
    expect(delivered).toHaveLength(3_000);
  });

  it("does not carry a crowded second along for the sake of its last ticket", () => {
    const crowd = Array.from({ length: 500 }, (_, index) => row(index + 1, 10));
    const later = Array.from({ length: 79 }, (_, index) => row(index + 1_000, 11 + Math.floor(index / 8)));
    const delivered: string[] = [];
    const cursor = drain(tickets(...crowd, ...later), startAt(start), 100, delivered);
    expect(delivered).toHaveLength(579);
    expect(cursor.seen.length).toBeLessThanOrEqual(80);
  });

  it("gets over a second of which Freshdesk shows only 300 pages", () => {
    let cursor: ChangeCursor = { ...startAt(start), page: 300 };
    for (let calls = 0; cursor.since === start; calls++) {
      expect(calls).toBeLessThan(10);
      cursor = advance({ ...cursor, page: 300 }, [row(1, 0)], true).next;
    }
    expect(cursor.since).toBe(start + 1_000);
  });
});

describe("R05: stored positions", () => {
  const now = start + 3_600_000;

  it("survive the way through the store", () => {
    const cursor = { ...startAt(start), seen: [["9", start, "abc"]] as const };
    expect(readCursor(writeCursor(cursor), now)).toEqual(cursor);
  });

  it.each([
    ["of another hand", "2026-01-01T00:00:00Z"],
    ["of another plugin", '{"after":"abc"}'],
    ["that are empty", ""],
    ["in the future", writeCursor(startAt(Date.UTC(2999, 11, 31)))],
  ])("%s are refused", (_, cursor) => {
    expect(() => readCursor(cursor, now)).toThrow(ConfigError);
  });

  it("a little ahead, by a clock that is a little slow, are taken", () => {
    expect(readCursor(writeCursor(startAt(now + 60_000)), now).since).toBe(now + 60_000);
  });
});
