import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { advance, type ChangeCursor, readCursor, startAt, writeCursor } from "./change-cursor.ts";
import { type RawTicket, rawTicket } from "./schema.ts";
import { ticketBody } from "./testing/wire-account.ts";

const start = Date.UTC(2026, 10, 1, 8);
const row = (id: number, at: number): RawTicket =>
  rawTicket.parse(ticketBody({ id, updated_at: new Date(at).toISOString() }));

/** An installation whose tickets change while it is read, and which may or may not count the moment itself as after. */
function createList(size: number, strict: boolean, pageSize: number) {
  const changedAt = Array.from({ length: size }, () => start);
  return {
    changedAt,
    search({ since, page }: ChangeCursor): RawTicket[] {
      const asked = (Math.ceil(since / 1000) - 1) * 1000;
      return changedAt
        .map((at, id) => ({ id, at }))
        .filter(({ at }) => (strict ? at > asked : at >= asked))
        .sort((left, right) => left.at - right.at || left.id - right.id)
        .slice((page - 1) * pageSize, page * pageSize)
        .map(({ id, at }) => row(id, at));
    },
  };
}

const change = fc.record({
  wait: fc.constantFrom(0, 1, 400, 1_000, 30_000),
  who: fc.array(fc.nat(39), { maxLength: 6 }),
});

describe("the change cursor", () => {
  test("every last change comes, none twice, however the list moves between two pages", () => {
    fc.assert(
      fc.property(
        fc.record({
          size: fc.integer({ min: 1, max: 40 }),
          pageSize: fc.integer({ min: 2, max: 12 }),
          overlapMs: fc.constantFrom(0, 1_000, 60_000),
          strict: fc.boolean(),
          changes: fc.array(change, { maxLength: 12 }),
        }),
        ({ size, pageSize, overlapMs, strict, changes }) => {
          const list = createList(size, strict, pageSize);
          const settings = { overlapMs, pageSize, lastPage: 100 };
          const delivered: string[] = [];
          let cursor = startAt(start);
          let now = start;
          let quiet = 0;
          for (let step = 0; quiet < 2; step++) {
            expect(step, "the feed does not come to rest").toBeLessThan(500);
            const rows = list.search(cursor);
            const { fresh, next, caughtUp } = advance(cursor, rows, rows.length >= pageSize, settings);
            delivered.push(...fresh.map(({ id, updated_at }) => `${id} ${updated_at}`));
            cursor = readCursor(writeCursor(next), now);
            const { wait, who } = changes[step] ?? { wait: 0, who: [] };
            now += wait;
            for (const id of who) if (id < size) list.changedAt[id] = now;
            if (caughtUp && step >= changes.length) quiet += 1;
          }
          const wanted = list.changedAt.map((at, id) => `${id} ${at}`);
          expect(wanted.filter((one) => !delivered.includes(one))).toEqual([]);
          expect(new Set(delivered).size).toBe(delivered.length);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("goes past a moment at which more tickets changed than the search shows", () => {
    const list = createList(10, false, 2);
    list.changedAt[9] = start + 5_000;
    const settings = { overlapMs: 0, pageSize: 2, lastPage: 3 };
    let cursor = startAt(start);
    const ids = new Set<string>();
    for (let step = 0, caughtUp = false; step < 50 && !caughtUp; step++) {
      const rows = list.search(cursor);
      const page = advance(cursor, rows, rows.length >= 2, settings);
      for (const { id } of page.fresh) ids.add(id);
      ({ next: cursor, caughtUp } = page);
    }
    expect(ids).toContain("9");
    expect(ids.size).toBe(7);
  });

  test("whatever was stored, it is read back or refused, and never crashes", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(() => readCursor(text, start)).toThrow("not written by this plugin");
      }),
    );
  });
});
