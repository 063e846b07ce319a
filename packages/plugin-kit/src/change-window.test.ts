import type { Instant } from "@otai/plugin-api/ticket";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { advance, type ChangeList, type ChangeWindow, changeWindow, startAt } from "./change-window.ts";

const start = Date.UTC(2026, 10, 1, 8);
const second = 1_000;

interface Row {
  readonly id: string;
  readonly changedAt: Instant;
  readonly revision: number;
}

type Rules = Omit<ChangeList<Row>, "markOf">;

/** Stamps in whole seconds, a list from the second asked for on. */
const wholeSeconds: Rules = {
  stampMs: second,
  overlapMs: 60_000,
  pageSize: 100,
  lastPage: 300,
  pastSecond: (since) => since + second,
};

/** Stamps in milliseconds, a list that is asked for by seconds and from a little before. */
const milliseconds: Rules = {
  ...wholeSeconds,
  stampMs: 1,
  pastSecond: (since) => Math.floor(since / second) * second + second + 1,
};

/** A helpdesk whose tickets change while they are read. @param strict its list leaves out the very instant asked for */
function createDesk(rules: Rules, strict = false) {
  const tickets = new Map<number, Row>();
  const delivered: string[] = [];
  const list: ChangeList<Row> = {
    ...rules,
    markOf: ({ id, changedAt, revision }) => [id, changedAt, String(revision)],
  };

  function pageOf({ since, page }: ChangeWindow) {
    const asked = rules.stampMs === second ? since : (Math.ceil(since / second) - 1) * second;
    const rows = [...tickets.values()]
      .filter(({ changedAt }) => (strict ? changedAt > asked : changedAt >= asked))
      .sort((left, right) => left.changedAt - right.changedAt || Number(left.id) - Number(right.id));
    const [from, to] = [(page - 1) * rules.pageSize, page * rules.pageSize];
    return { rows: rows.slice(from, to), more: rows.length > to };
  }

  function step(window: ChangeWindow) {
    const { rows, more } = pageOf(window);
    const { fresh, next, caughtUp } = advance(window, rows, more, list);
    delivered.push(...fresh.map(keyOf));
    return { window: changeWindow.parse(JSON.parse(JSON.stringify(next))), caughtUp };
  }

  return {
    delivered,
    start: () => startAt(start, list),
    step,
    change(id: number, at: Instant) {
      const changedAt = Math.floor(at / rules.stampMs) * rules.stampMs;
      tickets.set(id, { id: String(id), changedAt, revision: (tickets.get(id)?.revision ?? -1) + 1 });
    },
    latest: () => [...tickets.values()].map(keyOf),
    drain(from: ChangeWindow, between: (call: number) => void = () => {}): ChangeWindow {
      for (let call = 1, window = from; call < 10_000; call++) {
        const step_ = step(window);
        if (step_.caughtUp) return step_.window;
        window = step_.window;
        between(call);
      }
      throw new Error("the list does not come to an end");
    },
  };
}

const keyOf = ({ id, changedAt, revision }: Row) => `${id} ${changedAt} ${revision}`;
const idsOf = (keys: readonly string[]) => keys.map((key) => Number(key.split(" ")[0]));
const numbers = (count: number, from = 1) => Array.from({ length: count }, (_, index) => from + index);

describe.each([
  ["stamps in whole seconds", wholeSeconds, [false]],
  ["stamps in milliseconds", milliseconds, [false, true]],
] as const)("%s", (_, rules, strictness) => {
  test("FD-7: every last change comes, none twice, however the list moves between two pages", () => {
    const change = fc.record({
      wait: fc.constantFrom(0, 1, 400, second, 30_000),
      who: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(
        fc.record({
          size: fc.integer({ min: 1, max: 40 }),
          pageSize: fc.integer({ min: 2, max: 12 }),
          overlapMs: fc.constantFrom(0, second, 60_000),
          strict: fc.constantFrom(...strictness),
          changes: fc.array(change, { maxLength: 12 }),
        }),
        ({ size, pageSize, overlapMs, strict, changes }) => {
          const desk = createDesk({ ...rules, pageSize, overlapMs, lastPage: 100 }, strict);
          for (const id of numbers(size)) desk.change(id, start);
          let window = desk.start();
          let now = start;
          for (let step = 0, quiet = 0; quiet < 2; step++) {
            expect(step, "the feed does not come to rest").toBeLessThan(500);
            const next = desk.step(window);
            window = next.window;
            const { wait, who } = changes[step] ?? { wait: 0, who: [] };
            now += wait;
            for (const id of who) if (id <= size) desk.change(id, now);
            if (next.caughtUp && step >= changes.length) quiet += 1;
          }
          expect(desk.latest().filter((key) => !desk.delivered.includes(key))).toEqual([]);
          expect(new Set(desk.delivered).size).toBe(desk.delivered.length);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("whatever slips between the pages of one second, again and again: nothing is lost", () => {
    const size = 8;
    // Before each of the next calls so many of the first in the list leave it, every schedule of them.
    for (let schedule = 0; schedule < 4 ** 6; schedule++) {
      const desk = createDesk({ ...rules, pageSize: 2 });
      for (const id of numbers(size)) desk.change(id, start);
      let left = 0;
      const window = desk.drain(desk.start(), (call) => {
        const leaving = call > 6 ? 0 : Math.floor(schedule / 4 ** (call - 1)) % 4;
        for (let gone = 0; gone < leaving && left < size; gone++) desk.change(++left, start + call * 60_000);
      });
      desk.drain(window);
      const lost = desk.latest().filter((key) => !desk.delivered.includes(key));
      expect(lost, `schedule ${schedule.toString(4)}`).toEqual([]);
    }
  });

  test("finds a change that became visible late, if not later than the overlap", () => {
    const desk = createDesk(rules);
    desk.change(1, start + 100_000);
    const window = desk.drain(desk.start());
    desk.change(2, start + 45_000);
    desk.change(3, start + 30_000);
    expect(desk.drain(desk.drain(window))).toEqual(desk.drain(window));
    expect(new Set(idsOf(desk.delivered))).toEqual(new Set([1, 2]));
  });

  test("sees a second change within one stamp", () => {
    const desk = createDesk(rules);
    desk.change(1, start + 100_000);
    const window = desk.drain(desk.start());
    desk.change(1, start + 100_000);
    desk.drain(window);
    expect(desk.delivered).toHaveLength(2);
  });

  test("remembers little, however many tickets there are, and however crowded a second is", () => {
    const desk = createDesk(rules);
    for (const id of numbers(2_000)) desk.change(id, start + Math.floor(id / 10) * second);
    for (const id of numbers(500, 3_000)) desk.change(id, start + 300_000);
    for (const id of numbers(79, 4_000)) desk.change(id, start + 301_000 + Math.floor((id - 4_000) / 8) * second);
    const window = desk.drain(desk.start());
    expect(desk.delivered).toHaveLength(2_579);
    expect(new Set(desk.delivered).size).toBe(2_579);
    expect(window.seen.length).toBeLessThanOrEqual(80);
    expect(desk.drain(window)).toEqual(window);
    expect(desk.delivered).toHaveLength(2_579);
  });

  test("goes past a second with more tickets than the list shows", () => {
    const desk = createDesk({ ...rules, overlapMs: 0, pageSize: 2, lastPage: 3 });
    for (const id of numbers(9)) desk.change(id, start);
    desk.change(10, start + 5_000);
    desk.drain(desk.start());
    expect(new Set(idsOf(desk.delivered))).toEqual(new Set([1, 2, 3, 4, 5, 6, 10]));
  });
});

test("begins with the whole second where stamps are seconds: what changed later within it has its stamp", () => {
  expect(startAt(start + 999, wholeSeconds).since).toBe(start);
  expect(startAt(start + 999, milliseconds).since).toBe(start + 999);
});
