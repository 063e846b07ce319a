import { describe, expect, it } from "vitest";
import { addEvent, allDone, claimLane, finishLane, sampleEvent, tryToClaim } from "./samples.ts";
import type { UseBench } from "./store-bench.ts";

export function inboxSuite(bench: UseBench): void {
  describe("inbox", () => {
    it("gives back what was stored", async () => {
      const { store, clock } = bench();
      const event = sampleEvent("7/ä", {
        kind: "customer-replied",
        key: "reply 7",
        source: "poll",
        occurredAt: 12_345,
      });
      const id = await addEvent(store, "7/ä", event);
      expect(await store.read((tx) => tx.inbox.get(id))).toMatchObject({
        ...event,
        id,
        receivedAt: clock.now(),
        state: "open",
        attempts: 0,
        error: null,
      });
      expect(await store.read((tx) => tx.inbox.get("ev-unknown"))).toBeNull();
    });

    it("R03: the same key a hundred times is one event, also after it was done and much later", async () => {
      const { store, clock } = bench();
      const first = await addEvent(store, "1");
      for (let time = 0; time < 99; time += 1) {
        const again = await store.write((tx) => tx.inbox.add(sampleEvent("1")));
        expect(again).toEqual({ eventId: first, duplicate: true });
      }
      const claim = await claimLane(store);
      await finishLane(store, claim, allDone(claim));
      clock.advance(6 * 24 * 3_600_000);
      expect(await store.write((tx) => tx.inbox.add(sampleEvent("1")))).toEqual({ eventId: first, duplicate: true });
      expect(await tryToClaim(store)).toBeNull();
      expect(await store.read((tx) => tx.inbox.counts())).toMatchObject({ open: 0, done: 1 });
    });

    it("the same key of another connection is another event", async () => {
      const { store } = bench();
      await addEvent(store, "1", { connectionUid: "c-1", key: "same" });
      await addEvent(store, "1", { connectionUid: "c-2", key: "same" });
      expect(await store.read((tx) => tx.inbox.counts())).toMatchObject({ open: 2 });
      expect(await store.read((tx) => tx.inbox.knows("c-2", "same"))).toBe(true);
      expect(await store.read((tx) => tx.inbox.knows("c-3", "same"))).toBe(false);
    });

    it("counts open, done and dead events and knows the oldest that is open", async () => {
      const { store, clock } = bench();
      expect(await store.read((tx) => tx.inbox.counts())).toEqual({ open: 0, dead: 0, done: 0, oldestOpenAt: null });
      const start = clock.now();
      const ids = [];
      for (const ticket of ["1", "2", "3", "4"]) {
        ids.push(await addEvent(store, ticket));
        clock.advance(1000);
      }
      await finishLane(store, await claimLane(store), { done: [ids[0]!], dead: [], snooze: null });
      await finishLane(store, await claimLane(store), {
        done: [],
        dead: [{ eventId: ids[1]!, error: "refused" }],
        snooze: null,
      });
      expect(await store.read((tx) => tx.inbox.counts())).toEqual({
        open: 2,
        dead: 1,
        done: 1,
        oldestOpenAt: start + 2000,
      });
    });
  });
}
