import { describe, expect, it } from "vitest";
import { addEvent, allDone, claimLane, finishLane, sampleConnection, sampleEvent, sampleRun } from "./samples.ts";
import type { UseBench } from "./store-bench.ts";

export function transactionsSuite(bench: UseBench): void {
  describe("units of work", () => {
    it("a throw rolls everything back and reaches the caller as it was thrown", async () => {
      const { store } = bench();
      const thrown = new RangeError("not today");
      const work = store.write(async (tx) => {
        await tx.connections.add(sampleConnection("c-1"));
        await tx.inbox.add(sampleEvent("1"));
        await tx.settings.setPaused(true);
        throw thrown;
      });
      await expect(work).rejects.toBe(thrown);
      await store.read(async (tx) => {
        expect(await tx.connections.list()).toEqual([]);
        expect(await tx.inbox.counts()).toMatchObject({ open: 0 });
        expect(await tx.settings.isPaused()).toBe(false);
      });
    });

    it("a failing statement rolls back what came before it, and the store goes on", async () => {
      const { store } = bench();
      await store.write((tx) => tx.journal.addRun(sampleRun("r-1")));
      const work = store.write(async (tx) => {
        await tx.settings.setPaused(true);
        await tx.journal.addRun(sampleRun("r-1"));
      });
      await expect(work).rejects.toThrow();
      expect(await store.read((tx) => tx.settings.isPaused())).toBe(false);
      await addEvent(store, "1");
    });

    it("a swallowed failure cannot commit half of the work as success", async () => {
      const { store } = bench();
      await store.write((tx) => tx.journal.addRun(sampleRun("r-1")));
      const answer = await store
        .write(async (tx) => {
          await tx.settings.setPaused(true);
          await tx.journal.addRun(sampleRun("r-1")).catch(() => {});
        })
        .then(
          () => "committed",
          () => "failed",
        );
      expect(await store.read((tx) => tx.settings.isPaused())).toBe(answer === "committed");
    });

    it("nothing is visible to others before the commit", async () => {
      const { store, another } = bench();
      const other = await another();
      const inside = Promise.withResolvers<void>();
      const seen = Promise.withResolvers<void>();
      const work = store.write(async (tx) => {
        await tx.inbox.add(sampleEvent("1"));
        inside.resolve();
        await seen.promise;
      });
      await inside.promise;
      expect(await other.read((tx) => tx.inbox.counts())).toMatchObject({ open: 0 });
      seen.resolve();
      await work;
      expect(await other.read((tx) => tx.inbox.counts())).toMatchObject({ open: 1 });
    });

    it("a read sees one state, whatever is committed meanwhile", async () => {
      const { store, another } = bench();
      const other = await another();
      await addEvent(store, "1");
      await store.read(async (tx) => {
        const before = await tx.inbox.counts();
        await addEvent(other, "2");
        expect(await tx.inbox.counts()).toEqual(before);
      });
      expect(await store.read((tx) => tx.inbox.counts())).toMatchObject({ open: 2 });
    });

    it("a read cannot write", async () => {
      const { store } = bench();
      await expect(store.read((tx) => tx.settings.setPaused(true))).rejects.toThrow();
      expect(await store.read((tx) => tx.settings.isPaused())).toBe(false);
      await store.write((tx) => tx.settings.setPaused(true));
    });

    it("what is committed is there when the store is opened again", async () => {
      const { store, another } = bench();
      const id = await addEvent(store, "1");
      const claim = await claimLane(store);
      await finishLane(store, claim, allDone(claim));
      await store.close();
      const again = await another();
      expect(await again.read((tx) => tx.inbox.get(id))).toMatchObject({ state: "done" });
    });

    it("a unit of work has one time", async () => {
      const { store, clock } = bench();
      const eventId = await store.write(async (tx) => {
        const at = await tx.now();
        clock.advance(1000);
        expect(await tx.now()).toBe(at);
        return (await tx.inbox.add(sampleEvent("1"))).eventId;
      });
      const event = await store.read((tx) => tx.inbox.get(eventId));
      expect(event?.receivedAt).toBe(clock.now() - 1000);
    });
  });
}
