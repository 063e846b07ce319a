import type { Store } from "@otai/core/ports/store";
import { describe, expect, it } from "vitest";
import { addEvent, allDone, claimLane, finishLane, snoozed, tryToClaim } from "./samples.ts";
import type { UseBench } from "./store-bench.ts";

async function killNext(store: Store, error = "refused: no such queue"): Promise<string> {
  const claim = await claimLane(store);
  await finishLane(store, claim, {
    done: [],
    dead: claim.events.map((event) => ({ eventId: event.id, error })),
    snooze: null,
  });
  return claim.events[0]!.id;
}

export function deadLettersSuite(bench: UseBench): void {
  describe("dead letters", () => {
    it("R08: a dead event keeps its reason, and the lane goes on without it", async () => {
      const { store } = bench();
      await addEvent(store, "1");
      const id = await killNext(store, "refused: \0 no such queue");
      expect(await tryToClaim(store)).toBeNull();
      const event = await store.read((tx) => tx.inbox.get(id));
      expect(event).toMatchObject({ state: "dead", attempts: 1, key: "created 1" });
      expect(event?.error).toMatch(/no such queue/);
      await addEvent(store, "1", { key: "next" });
      expect((await claimLane(store)).events.map((open) => open.key)).toEqual(["next"]);
    });

    it("are listed newest first, in pages", async () => {
      const { store } = bench();
      const ids: string[] = [];
      for (let ticket = 1; ticket <= 5; ticket += 1) {
        await addEvent(store, String(ticket));
        ids.unshift(await killNext(store));
      }
      await addEvent(store, "alive");
      const seen: string[] = [];
      let cursor: string | null = null;
      const sizes: number[] = [];
      do {
        const page = await store.read((tx) => tx.inbox.listDead(2, cursor));
        seen.push(...page.items.map((event) => event.id));
        sizes.push(page.items.length);
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(seen).toEqual(ids);
      expect(sizes).toEqual([2, 2, 1]);
    });

    it("a page that ends exactly with the list has no next one", async () => {
      const { store } = bench();
      for (const ticket of ["1", "2"]) {
        await addEvent(store, ticket);
        await killNext(store);
      }
      expect((await store.read((tx) => tx.inbox.listDead(2, null))).nextCursor).toBeNull();
    });

    it("R08: reopened, an event is due now with its attempts at 0", async () => {
      const { store, clock } = bench();
      const id = await addEvent(store, "1");
      await finishLane(store, await claimLane(store), snoozed(1000));
      clock.advance(1000);
      await killNext(store);
      expect(await store.write((tx) => tx.inbox.reopen(id))).toBe(true);
      const claim = await claimLane(store);
      expect(claim.events).toMatchObject([{ id, attempts: 0, state: "open" }]);
      await finishLane(store, claim, allDone(claim));
      expect(await store.read((tx) => tx.inbox.counts())).toMatchObject({ dead: 0, done: 1 });
    });

    it("R08: only what is dead can be reopened, and only once", async () => {
      const { store } = bench();
      const open = await addEvent(store, "1");
      expect(await store.write((tx) => tx.inbox.reopen(open))).toBe(false);
      expect(await store.write((tx) => tx.inbox.reopen("ev-unknown"))).toBe(false);
      const dead = await killNext(store);
      expect(await store.write((tx) => tx.inbox.reopen(dead))).toBe(true);
      expect(await store.write((tx) => tx.inbox.reopen(dead))).toBe(false);
    });

    it("reopened while its lane is worked on, an event waits for the worker and is due afterwards", async () => {
      const { store } = bench();
      await addEvent(store, "1");
      const dead = await killNext(store);
      await addEvent(store, "1", { key: "next" });
      const claim = await claimLane(store);
      expect(await store.write((tx) => tx.inbox.reopen(dead))).toBe(true);
      expect(await tryToClaim(store, "worker-2")).toBeNull();
      await finishLane(store, claim, allDone(claim));
      expect((await claimLane(store, "worker-2")).events.map((event) => event.id)).toEqual([dead]);
    });

    it("reopened in a snoozed lane, an event waits with the others", async () => {
      const { store, clock } = bench();
      await addEvent(store, "1");
      const dead = await killNext(store);
      await addEvent(store, "1", { key: "next" });
      await finishLane(store, await claimLane(store), snoozed(5000));
      await store.write((tx) => tx.inbox.reopen(dead));
      expect(await tryToClaim(store)).toBeNull();
      clock.advance(5000);
      expect((await claimLane(store)).events).toHaveLength(2);
    });
  });
}
