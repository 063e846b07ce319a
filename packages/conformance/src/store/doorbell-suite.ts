import type { Store } from "@otai/core/ports/store";
import { describe, expect, it } from "vitest";
import { addEvent, allDone, claimLane, finishLane, snoozed, tryToClaim } from "./samples.ts";
import type { UseBench } from "./store-bench.ts";

/** Resolves at the next ring. */
function nextRing(store: Store): Promise<void> {
  return new Promise((resolve) => {
    const stop = store.onDoorbell(() => {
      stop();
      resolve();
    });
  });
}

/** Long enough for a bell that should not ring to be heard. */
const quietMs = 50;

export function doorbellSuite(bench: UseBench): void {
  describe("doorbell", () => {
    it("rings when an event is added, when one is reopened, and when a finished lane is due again", async () => {
      const { store } = bench();
      let ring = nextRing(store);
      await addEvent(store, "1");
      await ring;

      const claim = await claimLane(store);
      await addEvent(store, "1", { key: "late" });
      ring = nextRing(store);
      await finishLane(store, claim, allDone(claim));
      await ring;

      const again = await claimLane(store);
      const dead = again.events[0]!.id;
      await finishLane(store, again, { done: [], dead: [{ eventId: dead, error: "refused" }], snooze: null });
      ring = nextRing(store);
      await store.write((tx) => tx.inbox.reopen(dead));
      await ring;
    });

    it("stays silent for looks in vain, renewals, snoozes and whatever else is written: idle workers would wake each other for ever", async () => {
      const { store } = bench();
      await addEvent(store, "1");
      // Whoever begins to listen may be told once to look.
      const settle = () => new Promise((resolve) => setTimeout(resolve, quietMs));
      let rings = 0;
      const stop = store.onDoorbell(() => {
        rings += 1;
      });
      await settle();
      rings = 0;
      const claim = await claimLane(store);
      await store.write((tx) => tx.inbox.renew(claim, 1000));
      await addEvent(store, "1");
      await finishLane(store, claim, snoozed(60_000));
      await tryToClaim(store);
      await store.write((tx) => tx.settings.setPaused(true));
      await settle();
      stop();
      expect(rings).toBe(0);
    });

    it("does not ring for what was rolled back", async () => {
      const { store } = bench();
      let rings = 0;
      const stop = store.onDoorbell(() => {
        rings += 1;
      });
      await new Promise((resolve) => setTimeout(resolve, quietMs));
      rings = 0;
      const work = store.write(async (tx) => {
        await tx.inbox.reopen("ev-unknown");
        await tx.inbox.add({
          connectionUid: "c-1",
          ticketId: "1",
          kind: "ticket-created",
          key: "k",
          source: "poll",
          occurredAt: 0,
          laneClass: "live",
        });
        throw new Error("never mind");
      });
      await expect(work).rejects.toThrow("never mind");
      await new Promise((resolve) => setTimeout(resolve, quietMs));
      stop();
      expect(rings).toBe(0);
    });
  });
}
