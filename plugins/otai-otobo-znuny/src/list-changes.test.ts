import type { TicketSystem } from "@otai/plugin-api/ticket-system";
import { createTestContext, type TestContext } from "@otai/plugin-kit/testing/plugin-context";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createServerTime } from "./server-time.ts";
import { type ListServer, startListServer } from "./testing/list-server.ts";
import { connect, fixtureTime } from "./testing/wire-desk.ts";

let list: ListServer;
let context: TestContext;
const utc = createServerTime("UTC");

beforeEach(async () => {
  list = await startListServer();
  context = createTestContext(fixtureTime);
});

afterEach(async () => {
  context.stop();
  await list.close();
});

const open = (params: object = {}) =>
  connect(list.url, context, { search_limit: 10, batch_size: 100, time_zone: "UTC", ...params });

async function drain(desk: TicketSystem, from: string) {
  const keys: string[] = [];
  for (let cursor = from, page = 0; ; page++) {
    expect(page).toBeLessThan(200);
    const { changes, cursor: next, caughtUp } = await desk.changes.listChanges(cursor);
    keys.push(...changes.map(({ ticketId, updatedAt }) => `${ticketId} ${utc.format(updatedAt)}`));
    cursor = next;
    if (caughtUp) return { keys, cursor };
  }
}

const at = (seconds: number) => utc.format(fixtureTime + seconds * 1000);

describe("OT-11 the change feed", () => {
  test("sees all once, however many there are and however many in one second", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: -30, max: 0 }), { maxLength: 90 }), async (seconds) => {
        list.changed.clear();
        for (const [index, second] of seconds.entries()) list.changed.set(String(index + 1), at(second));
        const desk = open();
        const { keys, cursor } = await drain(desk, desk.changes.cursorFrom(fixtureTime - 60_000));
        expect(keys.sort()).toEqual([...list.changed].map(([id, stamp]) => `${id} ${stamp}`).sort());
        expect((await drain(desk, cursor)).keys).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test("a second with more tickets than one answer holds is read by a longer one", async () => {
    for (let id = 1; id <= 35; id++) list.changed.set(String(id), at(-5));
    const desk = open();
    const { keys } = await drain(desk, desk.changes.cursorFrom(fixtureTime - 5_000));
    expect(new Set(keys).size).toBe(35);
    expect(list.searches.map((query) => query.get("Limit"))).toEqual(["10", "10", "40"]);
  });

  test("tickets that change after the search and before they are read hide nothing behind them", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 }), async (moving) => {
        list.changed.clear();
        for (let id = 1; id <= 60; id++) list.changed.set(String(id), at(id - 90));
        let round = 0;
        list.afterSearch = () => {
          const id = moving[round++];
          if (id !== undefined) list.changed.set(String(id), at(0));
        };
        const desk = open();
        const { keys } = await drain(desk, desk.changes.cursorFrom(fixtureTime - 100_000));
        expect(new Set(keys.map((key) => key.split(" ")[0])).size).toBe(60);
        for (const [id, stamp] of list.changed) expect(keys).toContain(`${id} ${stamp}`);
      }),
      { numRuns: 25 },
    );
  });

  test("follows what goes on, also through the hour that comes twice", async () => {
    const berlin = createServerTime("Europe/Berlin");
    const desk = open({ time_zone: "Europe/Berlin" });
    const seen: string[] = [];
    context.now = Date.UTC(2026, 9, 25, 0);
    let cursor = desk.changes.cursorFrom(context.now);
    for (let id = 1; id <= 24; id++) {
      context.now += 7 * 60_000;
      list.changed.set(String(id), berlin.format(context.now));
      const page = await desk.changes.listChanges(cursor);
      seen.push(...page.changes.map(({ ticketId }) => ticketId));
      cursor = page.cursor;
      if (!page.caughtUp) id -= 1;
    }
    expect([...new Set(seen)]).toHaveLength(24);
  });
});

describe("OT-10 stamps, limits and clocks", () => {
  test("the start is in the server's form and zone, the limit a plain number, oldest first", async () => {
    const desk = open({ time_zone: "Europe/Berlin", clock_leeway: 60 });
    await desk.changes.listChanges(desk.changes.cursorFrom(fixtureTime));
    const [query] = list.searches;
    expect(Object.fromEntries(query!)).toMatchObject({
      TicketLastChangeTimeNewerDate: "2026-11-20 11:19:55",
      SortBy: "Changed",
      OrderBy: "Up",
      Limit: "10",
    });
  });

  test("no zone is configured: the tickets' age tells how the server's clock stands", async () => {
    // The tickets of the desk were created at 10:20:54 there, and are 44 seconds old.
    context.now = fixtureTime + 5 * 3_600_000;
    const desk = open({ time_zone: undefined });
    list.changed.set("7", at(-30));
    const { keys, cursor } = await drain(desk, desk.changes.cursorFrom(context.now - 600_000));
    expect(keys).toEqual([`7 ${at(5 * 3_600 - 30)}`]);
    expect(list.searches.at(-1)!.get("TicketLastChangeTimeNewerDate")).toBe(at(-600 - 120 - 3_600));
    list.changed.set("8", at(20));
    context.now += 30_000;
    expect((await drain(desk, cursor)).keys).toEqual([`8 ${at(5 * 3_600 + 20)}`]);
  });

  test("where the zone was learned in summer, the clock that is set back in autumn hides nothing", async () => {
    const berlin = createServerTime("Europe/Berlin");
    list.created = () => ({ Created: berlin.format(context.now - 60_000), Age: 60 });
    const desk = open({ time_zone: undefined });
    context.now = Date.UTC(2026, 9, 24, 12);
    list.changed.set("99", berlin.format(context.now));
    await drain(desk, desk.changes.cursorFrom(context.now));
    context.now = Date.UTC(2026, 9, 25, 1, 30);
    let cursor = desk.changes.cursorFrom(context.now);
    const seen: string[] = [];
    for (let id = 1; id <= 9; id++) {
      context.now += 7 * 60_000;
      list.changed.set(String(id), berlin.format(context.now));
      const page = await drain(desk, cursor);
      seen.push(...page.keys.map((key) => key.split(" ")[0]!));
      cursor = page.cursor;
    }
    expect([...new Set(seen)].sort()).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9"]);
  });

  test("as long as there is no ticket nothing is asked by time, and nothing is passed over", async () => {
    context.now = fixtureTime + 5 * 3_600_000;
    const desk = open({ time_zone: undefined });
    const start = desk.changes.cursorFrom(context.now);
    const { changes, cursor, caughtUp } = await desk.changes.listChanges(start);
    expect([changes, cursor, caughtUp]).toEqual([[], start, true]);
    list.changed.set("7", at(1));
    context.now += 10_000;
    expect((await drain(desk, cursor)).keys).toEqual([`7 ${at(5 * 3_600 + 1)}`]);
  });

  test("a clock of ours ahead of the server's neither finds nothing nor loses anything", async () => {
    const desk = open();
    const cursor = desk.changes.cursorFrom(fixtureTime + 60_000);
    const { cursor: next } = await drain(desk, cursor);
    expect(list.searches.every((query) => query.get("TicketLastChangeTimeNewerDate")! <= at(-60))).toBe(true);
    list.changed.set("7", at(1));
    context.now += 5_000;
    expect((await drain(desk, next)).keys).toEqual([`7 ${at(1)}`]);
  });

  test("R05 a cursor far in the future, of another system or broken is refused", async () => {
    const desk = open();
    const future = desk.changes.cursorFrom(fixtureTime + 3_600_000);
    await expect(desk.changes.listChanges(future)).rejects.toMatchObject({ code: "config", message: /in the future/ });
    for (const text of ["", "{}", 'zendesk:{"start":1}', 'otobo-znuny:{"at":"now","exact":false,"seen":[]}']) {
      await expect(desk.changes.listChanges(text)).rejects.toMatchObject({ code: "config" });
    }
    expect(list.searches).toEqual([]);
  });
});

describe("finding tickets", () => {
  async function all(desk: TicketSystem, order: "newest" | "oldest", limit?: number) {
    const found: [string, number][] = [];
    for await (const { id, updatedAt } of desk.read.findTickets({ order, ...(limit && { limit }) }))
      found.push([id, updatedAt]);
    return found;
  }

  test("OT-11 the whole history in both directions, each ticket once, in the order of the last change", async () => {
    for (let id = 1; id <= 75; id++) list.changed.set(String(id), at(-Math.floor(id / 12)));
    const desk = open();
    for (const order of ["newest", "oldest"] as const) {
      const found = await all(desk, order);
      expect(new Set(found.map(([id]) => id)).size).toBe(75);
      expect(found).toHaveLength(75);
      const times = found.map(([, updatedAt]) => updatedAt);
      expect(times).toEqual([...times].sort((left, right) => (order === "oldest" ? left - right : right - left)));
    }
    expect(await all(desk, "newest", 3)).toHaveLength(3);
  });
});
