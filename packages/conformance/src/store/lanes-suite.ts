import { describe, expect, it } from "vitest";
import { addEvent, allDone, claimLane, finishLane, snoozed, tryToClaim } from "./samples.ts";
import type { UseBench } from "./store-bench.ts";

export function lanesSuite(bench: UseBench): void {
  describe("lanes", () => {
    it("a claim brings everything open in the lane, in the order in which it came", async () => {
      const { store } = bench();
      const ids: string[] = [];
      for (const key of ["a", "b", "c"]) ids.push(await addEvent(store, "1", { key }));
      await addEvent(store, "2");
      const claim = await claimLane(store, "worker-1");
      expect(claim).toMatchObject({ connectionUid: "c-1", ticketId: "1", owner: "worker-1" });
      expect(claim.events.map((event) => event.id)).toEqual(ids);
      const order = claim.events.map((event) => event.seq);
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      expect(claim.events.every((event) => event.lane === claim.key)).toBe(true);
    });

    it("R04: a lane is in one hand at a time", async () => {
      const { store } = bench();
      await addEvent(store, "1");
      await claimLane(store, "worker-1");
      await addEvent(store, "1", { key: "another" });
      expect(await tryToClaim(store, "worker-2")).toBeNull();
      expect(await tryToClaim(store, "worker-1")).toBeNull();
    });

    it("the same ticket id of two connections has two lanes", async () => {
      const { store } = bench();
      await addEvent(store, "1", { connectionUid: "c-1" });
      await addEvent(store, "1", { connectionUid: "c-2" });
      const claims = [await claimLane(store, "worker-1"), await claimLane(store, "worker-2")];
      expect(claims.map((claim) => claim.connectionUid)).toEqual(["c-1", "c-2"]);
      expect(claims[0]!.key).not.toBe(claims[1]!.key);
    });

    it("what arrives while a lane is worked on is due as soon as it is finished", async () => {
      const { store } = bench();
      await addEvent(store, "1");
      const claim = await claimLane(store);
      const late = await addEvent(store, "1", { key: "late" });
      await finishLane(store, claim, allDone(claim));
      expect((await claimLane(store)).events.map((event) => event.id)).toEqual([late]);
    });

    it("a finished lane rests until something new comes", async () => {
      const { store } = bench();
      await addEvent(store, "1");
      const claim = await claimLane(store);
      await finishLane(store, claim, allDone(claim));
      expect(await tryToClaim(store)).toBeNull();
      await addEvent(store, "1", { key: "new" });
      expect((await claimLane(store)).events).toHaveLength(1);
    });

    it("live lanes come before backfill ones, however long those waited", async () => {
      const { store, clock } = bench();
      await addEvent(store, "old", { laneClass: "backfill" });
      clock.advance(60_000);
      await addEvent(store, "new", { laneClass: "live" });
      expect((await claimLane(store, "worker-1")).ticketId).toBe("new");
      expect((await claimLane(store, "worker-2")).ticketId).toBe("old");
    });

    it("a live event makes a waiting backfill lane live; the lane is backfill again when only that is open", async () => {
      const { store } = bench();
      await addEvent(store, "other", { laneClass: "backfill" });
      await addEvent(store, "1", { laneClass: "backfill", key: "imported" });
      await addEvent(store, "1", { laneClass: "live", key: "reply" });
      const claim = await claimLane(store);
      expect(claim).toMatchObject({ ticketId: "1", events: [{ laneClass: "backfill" }, { laneClass: "live" }] });
      await finishLane(store, claim, allDone(claim));
      await addEvent(store, "1", { laneClass: "backfill", key: "imported again" });
      expect((await claimLane(store)).ticketId).toBe("other");
    });

    it("R04: turns are fair: a lane that is always busy queues up behind the others", async () => {
      const { store, clock } = bench();
      for (const ticket of ["busy", "b", "c"]) {
        await addEvent(store, ticket);
        clock.advance(1);
      }
      const turns: string[] = [];
      for (let turn = 0; turn < 4; turn += 1) {
        const claim = await claimLane(store);
        turns.push(claim.ticketId);
        if (claim.ticketId === "busy") await addEvent(store, "busy", { key: `mail ${turn}` });
        clock.advance(1);
        await finishLane(store, claim, allDone(claim));
      }
      expect(turns).toEqual(["busy", "b", "c", "busy"]);
    });

    it("R06: a snoozed lane keeps its events, waits its time and takes up what comes meanwhile", async () => {
      const { store, clock } = bench();
      await addEvent(store, "1", { key: "a" });
      await finishLane(store, await claimLane(store), snoozed(5000));
      clock.advance(2000);
      await addEvent(store, "1", { key: "b" });
      expect(await tryToClaim(store)).toBeNull();
      clock.advance(2999);
      expect(await tryToClaim(store)).toBeNull();
      clock.advance(1);
      expect((await claimLane(store)).events.map((event) => event.key)).toEqual(["a", "b"]);
    });

    it("R06: a snooze counts against the events only where it burns an attempt", async () => {
      const { store, clock } = bench();
      const id = await addEvent(store, "1");
      for (const burns of [true, false, true]) {
        await finishLane(store, await claimLane(store), snoozed(1000, burns, `burns ${burns}`));
        clock.advance(1000);
      }
      expect(await store.read((tx) => tx.inbox.get(id))).toMatchObject({
        state: "open",
        attempts: 2,
        error: "burns true",
      });
    });

    it("a snooze leaves alone what came after the claim", async () => {
      const { store } = bench();
      await addEvent(store, "1");
      const claim = await claimLane(store);
      const late = await addEvent(store, "1", { key: "late" });
      await finishLane(store, claim, snoozed(1000));
      expect(await store.read((tx) => tx.inbox.get(late))).toMatchObject({ attempts: 0, error: null });
    });

    it("a finish may settle some events and snooze the rest", async () => {
      const { store, clock } = bench();
      const ids: string[] = [];
      for (const key of ["a", "b", "c"]) ids.push(await addEvent(store, "1", { key }));
      await finishLane(store, await claimLane(store), {
        done: [ids[0]!],
        dead: [{ eventId: ids[1]!, error: "refused: no such queue" }],
        snooze: { delayMs: 1000, error: "later", burnsAttempt: true },
      });
      const states = await store.read((tx) => Promise.all(ids.map((id) => tx.inbox.get(id))));
      expect(states.map((event) => event?.state)).toEqual(["done", "dead", "open"]);
      clock.advance(1000);
      expect((await claimLane(store)).events.map((event) => event.id)).toEqual([ids[2]]);
    });

    it("a finish touches no event of another lane", async () => {
      const { store } = bench();
      await addEvent(store, "1");
      const other = await addEvent(store, "2");
      const claim = await claimLane(store);
      await finishLane(store, claim, { done: [...allDone(claim).done, other], dead: [], snooze: null });
      expect(await store.read((tx) => tx.inbox.get(other))).toMatchObject({ state: "open" });
    });

    it("tells when the next lane falls due, a claimed one at the end of its lease", async () => {
      const { store, clock } = bench();
      const next = () => store.read((tx) => tx.inbox.nextDueAt());
      const start = clock.now();
      expect(await next()).toBeNull();
      await addEvent(store, "1");
      expect(await next()).toBe(start);
      const claim = await claimLane(store, "worker-1", 60_000);
      expect(await next()).toBe(start + 60_000);
      await finishLane(store, claim, snoozed(5000));
      expect(await next()).toBe(start + 5000);
      clock.advance(5000);
      const again = await claimLane(store);
      await finishLane(store, again, allDone(again));
      expect(await next()).toBeNull();
    });
  });
}
