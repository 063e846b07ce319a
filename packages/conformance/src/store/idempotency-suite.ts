import { describe, expect, it } from "vitest";
import type { UseBench } from "./store-bench.ts";

export function idempotencySuite(bench: UseBench): void {
  describe("answers by idempotency key", () => {
    const answer = { status: 200, body: '{"ok":true}' };

    it("a key is new once, open until it is answered, and then gives its answer again", async () => {
      const { store } = bench();
      const reserve = (hash: string) => store.write((tx) => tx.idempotency.reserve("key-1", hash));
      expect(await reserve("a")).toEqual({ state: "new" });
      expect(await reserve("a")).toEqual({ state: "open" });
      await store.write((tx) => tx.idempotency.answer("key-1", answer));
      expect(await reserve("a")).toEqual({ state: "answered", answer });
      expect(await reserve("b")).toEqual({ state: "clash" });
    });

    it("of many at the same time one is new", async () => {
      const { store } = bench();
      const states = await Promise.all(
        Array.from({ length: 8 }, () => store.write((tx) => tx.idempotency.reserve("key-1", "a"))),
      );
      expect(states.map(({ state }) => state).sort()).toEqual(["new", ...Array.from({ length: 7 }, () => "open")]);
    });

    it("a released key may be used again, an answered one not", async () => {
      const { store } = bench();
      const again = () => store.write((tx) => tx.idempotency.reserve("key-1", "a"));
      await again();
      await store.write((tx) => tx.idempotency.release("key-1"));
      expect(await again()).toEqual({ state: "new" });
      await store.write((tx) => tx.idempotency.answer("key-1", answer));
      await store.write((tx) => tx.idempotency.release("key-1"));
      expect(await again()).toEqual({ state: "answered", answer });
    });

    it("old ones are forgotten", async () => {
      const { store } = bench();
      const now = await store.write(async (tx) => {
        await tx.idempotency.reserve("key-1", "a");
        return tx.now();
      });
      await store.write((tx) => tx.idempotency.forgetBefore(now));
      expect(await store.write((tx) => tx.idempotency.reserve("key-1", "a"))).toEqual({ state: "open" });
      await store.write((tx) => tx.idempotency.forgetBefore(now + 1));
      expect(await store.write((tx) => tx.idempotency.reserve("key-1", "b"))).toEqual({ state: "new" });
    });
  });
}
