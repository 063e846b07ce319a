import { LostLaneError } from "@otai/core/ports/inbox";
import { describe, expect, it } from "vitest";
import { addEvent, allDone, claimLane, finishLane, sampleRun, tryToClaim } from "./samples.ts";
import type { UseBench } from "./store-bench.ts";

export function leasesSuite(bench: UseBench): void {
  describe("leases and fences", () => {
    it("R09: a lane whose owner was killed is free when its lease ends, not before", async () => {
      const { store, clock } = bench();
      await addEvent(store, "1");
      const lost = await claimLane(store, "killed", 10_000);
      clock.advance(9_999);
      expect(await tryToClaim(store, "worker-2")).toBeNull();
      clock.advance(1);
      const taken = await claimLane(store, "worker-2");
      expect(taken.events.map(({ id }) => id)).toEqual(lost.events.map(({ id }) => id));
      expect(taken.fence).toBeGreaterThan(lost.fence);
    });

    it("R09: an owner that died burns an attempt, so that a ticket that kills its worker is given up in the end", async () => {
      const { store, clock } = bench();
      await addEvent(store, "1");
      await claimLane(store, "killed", 10_000);
      clock.advance(10_000);
      const taken = await claimLane(store, "worker-2");
      expect(taken.events[0]?.attempts).toBe(1);
      await finishLane(store, taken, {
        done: [],
        dead: [],
        snooze: { delayMs: 0, error: "later", burnsAttempt: false },
      });
      expect((await claimLane(store, "worker-3")).events[0]?.attempts).toBe(1);
    });

    it("R09: leases go by the database's own clock", async () => {
      const { onOwnClock } = bench();
      const store = await onOwnClock();
      await addEvent(store, "1");
      await claimLane(store, "killed", 60_000);
      expect(await tryToClaim(store, "worker-2")).toBeNull();
      await addEvent(store, "2");
      await claimLane(store, "killed", 0);
      expect((await claimLane(store, "worker-2")).ticketId).toBe("2");
    });

    it("a heartbeat keeps the lane", async () => {
      const { store, clock } = bench();
      await addEvent(store, "1");
      const claim = await claimLane(store, "worker-1", 10_000);
      clock.advance(8000);
      expect(await store.write((tx) => tx.inbox.renew(claim, 10_000))).toBe(true);
      clock.advance(8000);
      expect(await tryToClaim(store, "worker-2")).toBeNull();
    });

    it("an expired lease that nobody took over is still ours", async () => {
      const { store, clock } = bench();
      await addEvent(store, "1");
      const claim = await claimLane(store, "worker-1", 10_000);
      clock.advance(3_600_000);
      await store.write((tx) => tx.inbox.assertHeld(claim));
      expect(await store.write((tx) => tx.inbox.renew(claim, 10_000))).toBe(true);
      await finishLane(store, claim, allDone(claim));
      expect(await store.read((tx) => tx.inbox.counts())).toMatchObject({ open: 0, done: 1 });
    });

    it("a worker that lost its lane can neither renew, write nor finish", async () => {
      const { store, clock } = bench();
      await addEvent(store, "1");
      const zombie = await claimLane(store, "worker-1", 10_000);
      clock.advance(10_000);
      const taken = await claimLane(store, "worker-2", 10_000);
      expect(await store.write((tx) => tx.inbox.renew(zombie, 10_000))).toBe(false);
      await expect(store.write((tx) => tx.inbox.assertHeld(zombie))).rejects.toBeInstanceOf(LostLaneError);
      await expect(finishLane(store, zombie, allDone(zombie))).rejects.toBeInstanceOf(LostLaneError);
      await store.write((tx) => tx.inbox.assertHeld(taken));
      expect(await store.read((tx) => tx.inbox.counts())).toMatchObject({ open: 1, done: 0 });
    });

    it("the fence counts even where the owner is the same", async () => {
      const { store, clock } = bench();
      await addEvent(store, "1");
      const before = await claimLane(store, "worker-1", 10_000);
      clock.advance(10_000);
      const after = await claimLane(store, "worker-1", 10_000);
      await expect(finishLane(store, before, allDone(before))).rejects.toBeInstanceOf(LostLaneError);
      await finishLane(store, after, allDone(after));
    });

    it("a finished lane cannot be finished again", async () => {
      const { store } = bench();
      await addEvent(store, "1");
      const claim = await claimLane(store);
      await finishLane(store, claim, allDone(claim));
      await addEvent(store, "1", { key: "new" });
      await expect(finishLane(store, claim, allDone(claim))).rejects.toBeInstanceOf(LostLaneError);
      expect((await claimLane(store)).fence).toBeGreaterThan(claim.fence);
    });

    it("a lost lane rolls back everything of the unit of work", async () => {
      const { store, clock } = bench();
      await addEvent(store, "1");
      const zombie = await claimLane(store, "worker-1", 10_000);
      clock.advance(10_000);
      await claimLane(store, "worker-2", 10_000);
      const work = store.write(async (tx) => {
        await tx.journal.addRun(sampleRun("r-zombie"));
        await tx.journal.setOwnWrite("c-1", "1", 99);
        await tx.inbox.finish(zombie, allDone(zombie));
      });
      await expect(work).rejects.toBeInstanceOf(LostLaneError);
      expect(await store.read((tx) => tx.journal.getRun("r-zombie"))).toBeNull();
      expect(await store.read((tx) => tx.journal.getOwnWrite("c-1", "1"))).toBeNull();
    });
  });
}
