import { describe, expect, it } from "vitest";
import type { UseBench } from "./store-bench.ts";

export function choresSuite(bench: UseBench): void {
  describe("chores", () => {
    it("of many workers one has a chore that is due; after it nobody until it is due again", async () => {
      const { store, another, clock } = bench();
      const other = await another();
      const claim = (on: typeof store, owner: string) => on.write((tx) => tx.chores.claim("sweep", owner, 1000));
      const claims = await Promise.all([claim(store, "w-1"), claim(other, "w-2"), claim(store, "w-3")]);
      expect(claims.filter(Boolean)).toHaveLength(1);
      const owner = ["w-1", "w-2", "w-3"][claims.indexOf(true)]!;
      await store.write((tx) => tx.chores.finish("sweep", owner, { delayMs: 5000, result: "3 swept" }));
      expect(await claim(other, "w-4")).toBe(false);
      clock.advance(5000);
      expect(await claim(other, "w-4")).toBe(true);
      await store.write((tx) => tx.chores.finish("sweep", "w-4", { delayMs: 5000, result: "3 swept" }));
      await store.write((tx) => tx.chores.wake("sweep"));
      expect(await claim(store, "w-5")).toBe(true);
      expect(await store.read((tx) => tx.chores.list())).toMatchObject([{ name: "sweep", lastResult: "3 swept" }]);
    });

    it("a worker that died is replaced when its lease is over, one that lives keeps it", async () => {
      const { store, clock } = bench();
      const claim = (owner: string) => store.write((tx) => tx.chores.claim("sweep", owner, 1000));
      expect(await claim("w-1")).toBe(true);
      clock.advance(900);
      expect(await store.write((tx) => tx.chores.renew("sweep", "w-1", 1000))).toBe(true);
      clock.advance(900);
      expect(await claim("w-2")).toBe(false);
      clock.advance(200);
      expect(await claim("w-2")).toBe(true);
      expect(await store.write((tx) => tx.chores.renew("sweep", "w-1", 1000))).toBe(false);
    });
  });
}
