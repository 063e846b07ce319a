import { describe, expect, it } from "vitest";
import type { UseBench } from "./store-bench.ts";

export function settingsSuite(bench: UseBench): void {
  describe("settings", () => {
    it("the newest policy version counts", async () => {
      const { store } = bench();
      expect(await store.read((tx) => tx.settings.latestPolicyVersion())).toBeNull();
      const version = {
        source: "yaml",
        by: "config.yml",
        at: 5,
        body: { desk: { queue: { mode: "suggest" } } },
      } as const;
      await store.write((tx) => tx.settings.addPolicyVersion({ id: "p-1", ...version }));
      await store.write((tx) => tx.settings.addPolicyVersion({ id: "p-2", ...version, source: "cli", by: "kim" }));
      expect(await store.read((tx) => tx.settings.latestPolicyVersion())).toEqual({
        id: "p-2",
        ...version,
        source: "cli",
        by: "kim",
      });
    });

    it("C16: writing is paused by one switch", async () => {
      const { store } = bench();
      const paused = () => store.read((tx) => tx.settings.isPaused());
      expect(await paused()).toBe(false);
      for (const wanted of [true, true, false]) {
        await store.write((tx) => tx.settings.setPaused(wanted));
        expect(await paused()).toBe(wanted);
      }
    });
  });

  describe("audit", () => {
    it("S10: entries are listed newest first, in pages", async () => {
      const { store } = bench();
      const entry = { actor: "kim", action: "resume", subject: "writes", details: { before: true } };
      for (const [index, id] of ["au-1", "au-2", "au-3"].entries()) {
        await store.write((tx) => tx.audit.add({ id, at: index, ...entry }));
      }
      const first = await store.read((tx) => tx.audit.list(2, null));
      expect(first.items).toEqual([
        { id: "au-3", at: 2, ...entry },
        { id: "au-2", at: 1, ...entry },
      ]);
      const rest = await store.read((tx) => tx.audit.list(2, first.nextCursor));
      expect(rest).toEqual({ items: [{ id: "au-1", at: 0, ...entry }], nextCursor: null });
    });
  });

  describe("rate budgets", () => {
    const state = { limit: 100, remaining: 40, resetsAt: 5000, blockedUntil: null };

    it("are kept per connection and class", async () => {
      const { store } = bench();
      await store.write((tx) => tx.budgets.put("c-1", "tickets", state));
      await store.write((tx) => tx.budgets.put("c-1", "search", { ...state, remaining: 1 }));
      await store.write((tx) => tx.budgets.put("c-1", "tickets", { ...state, blockedUntil: 6000 }));
      expect(await store.read((tx) => tx.budgets.get("c-1", "tickets"))).toEqual({ ...state, blockedUntil: 6000 });
      expect(await store.read((tx) => tx.budgets.get("c-2", "tickets"))).toBeNull();
      expect(await store.read((tx) => tx.budgets.list("c-1"))).toEqual([
        { rateClass: "search", ...state, remaining: 1 },
        { rateClass: "tickets", ...state, blockedUntil: 6000 },
      ]);
    });

    it("what one worker reads and writes in one unit of work is not lost to another", async () => {
      const { store, another } = bench();
      const other = await another();
      await store.write((tx) => tx.budgets.put("c-1", "tickets", { ...state, remaining: 40 }));
      await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          (index % 2 === 0 ? store : other).write(async (tx) => {
            const known = (await tx.budgets.get("c-1", "tickets"))!;
            await tx.budgets.put("c-1", "tickets", { ...known, remaining: known.remaining! - 1 });
          }),
        ),
      );
      expect(await store.read((tx) => tx.budgets.get("c-1", "tickets"))).toMatchObject({ remaining: 0 });
    });
  });
}
