import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drainChanges, listTickets } from "./listed.ts";
import { crowdedWorld } from "./small-world.ts";
import { createBench, type SuiteBench } from "./suite-bench.ts";
import type { TicketSystemUnderTest } from "./system-under-test.ts";

/** The deepest that any vendor lists at once: 300 pages of 100 at Freshdesk, 10,000 or 1,000 by search elsewhere. */
const deepest = 30_000;
/** Several pages everywhere, and few enough to look at each afterwards. */
const mostWithChanges = 2_300;

/** One crowded desk for all of these: they only read. */
export function largeListSuite(underTest: TicketSystemUnderTest): void {
  const many = (underTest.deepestList ?? deepest) + 50;
  const several = Math.min(mostWithChanges, many);
  describe(`a desk with ${many} tickets`, () => {
    let bench: SuiteBench;
    beforeAll(async () => {
      bench = await createBench(underTest, { tickets: many, world: crowdedWorld });
    });
    afterAll(() => bench.dispose());

    it("oldest first, all are found, each once and in order, past every page limit", async () => {
      const found = await listTickets(bench.system, { order: "oldest" });
      expect(new Set(found.map(({ id }) => id)).size).toBe(many);
      expect(found).toHaveLength(many);
      const moments = found.map(({ updatedAt }) => updatedAt);
      expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    });

    it("newest first, several pages come each once and in order", async () => {
      const found = await listTickets(bench.system, { limit: 1_050 });
      expect(found).toHaveLength(1_050);
      expect(new Set(found.map(({ id }) => id)).size).toBe(1_050);
      const moments = found.map(({ updatedAt }) => updatedAt);
      expect(moments).toEqual(moments.toSorted((a, b) => b - a));
    });

    it("the change feed brings all of them, each once", async () => {
      const { changes } = await drainChanges(bench.system, bench.system.changes.cursorFrom(0));
      expect(new Set(changes.map(({ ticketId }) => ticketId)).size).toBe(many);
      expect(changes).toHaveLength(many);
    });
  });

  it(`loses nothing of ${several} tickets when some change between the pages, of those before and of those behind`, async () => {
    const bench = await createBench(underTest, { tickets: several, world: crowdedWorld });
    try {
      const { system, desk, context } = bench;
      const start = system.changes.cursorFrom(0);
      let pages = 0;
      const first = await drainChanges(system, start, async () => {
        pages += 1;
        if (pages > 8) return;
        // What changes leaves its place, and everything behind it slips forward.
        for (const id of [pages * 9, pages * 100 + 10, several / 2 + pages, several - pages]) {
          await desk.act(String(id), { tags: [`touched-${pages}`] });
        }
        context.advance(700);
      });
      context.advance(120_000);
      const second = await drainChanges(system, first.cursor);
      expect(pages).toBeGreaterThan(1);
      const last = new Map(
        [...first.changes, ...second.changes].map(({ ticketId, updatedAt }) => [ticketId, updatedAt]),
      );
      const stale = (await listTickets(system)).filter(({ id, updatedAt }) => last.get(id) !== updatedAt);
      expect(stale.map(({ id }) => id)).toEqual([]);
      expect(last.size).toBe(several);
    } finally {
      await bench.dispose();
    }
  });
}
