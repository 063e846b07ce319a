import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drainChanges, listTickets } from "./listed.ts";
import { crowdedWorld } from "./small-world.ts";
import { createBench, type SuiteBench } from "./suite-bench.ts";
import type { TicketSystemUnderTest } from "./system-under-test.ts";

/** More than any vendor lists at once: Freshdesk ends at 300 pages of 100, search elsewhere at 10,000 or 1,000. */
const many = 30_050;

/** One crowded desk for all of these: they only read. */
export function largeListSuite(underTest: TicketSystemUnderTest): void {
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
}
