import { LostLaneError } from "@otai/core/ports/inbox";
import { describe, expect, it } from "vitest";
import { sampleConnection } from "./samples.ts";
import type { UseBench } from "./store-bench.ts";

export function connectionsSuite(bench: UseBench): void {
  describe("connections", () => {
    it("keep their uid when the name or the account changes", async () => {
      const { store } = bench();
      await store.write((tx) => tx.connections.add(sampleConnection("c-1", { name: "support" })));
      await store.write((tx) => tx.connections.rename("c-1", "helpdesk"));
      await store.write((tx) => tx.connections.adopt("c-1", "production", "live.example"));
      expect(await store.read((tx) => tx.connections.getByName("support"))).toBeNull();
      expect(await store.read((tx) => tx.connections.getByName("helpdesk"))).toEqual(
        sampleConnection("c-1", { name: "helpdesk", accountFingerprint: "production", accountLabel: "live.example" }),
      );
    });

    it("are listed by name, and no two share one", async () => {
      const { store } = bench();
      await store.write((tx) => tx.connections.add(sampleConnection("c-1", { name: "zebra" })));
      await store.write((tx) => tx.connections.add(sampleConnection("c-2", { name: "apple" })));
      const twice = store.write((tx) => tx.connections.add(sampleConnection("c-3", { name: "apple" })));
      await expect(twice).rejects.toThrow();
      const names = (await store.read((tx) => tx.connections.list())).map((connection) => connection.name);
      expect(names).toEqual(["apple", "zebra"]);
    });
  });

  describe("pollers", () => {
    const lease = 30_000;
    const add = () => bench().store.write((tx) => tx.connections.add(sampleConnection("c-1")));
    const claim = (owner: string) => bench().store.write((tx) => tx.pollers.claim("c-1", owner, lease));

    it("R05: a new connection is due at once and starts without a cursor", async () => {
      await add();
      expect(await claim("worker-1")).toEqual({ cursor: null });
      expect(await bench().store.write((tx) => tx.pollers.claim("c-unknown", "worker-1", lease))).toBeNull();
    });

    it("one worker polls at a time, and the lease of a killed one runs out", async () => {
      await add();
      await claim("killed");
      expect(await claim("worker-2")).toBeNull();
      bench().clock.advance(lease);
      expect(await claim("worker-2")).toEqual({ cursor: null });
    });

    it("R05: the cursor moves with each page and survives the poller", async () => {
      const { store, clock } = bench();
      await add();
      await claim("worker-1");
      clock.advance(lease - 1);
      await store.write((tx) => tx.pollers.advance("c-1", "worker-1", "page 2", lease));
      clock.advance(lease - 1);
      expect(await claim("worker-2")).toBeNull();
      clock.advance(1);
      expect(await claim("worker-2")).toEqual({ cursor: "page 2" });
    });

    it("R05: a cursor is stored together with what its page brought, or not at all", async () => {
      const { store } = bench();
      await add();
      await claim("worker-1");
      const page = store.write(async (tx) => {
        await tx.pollers.advance("c-1", "worker-1", "page 2", lease);
        throw new Error("the page could not be stored");
      });
      await expect(page).rejects.toThrow("the page could not be stored");
      expect((await store.read((tx) => tx.pollers.list()))[0]).toMatchObject({ cursor: null });
    });

    it("who lost the poller moves no cursor and ends no lease", async () => {
      const { store, clock } = bench();
      await add();
      await claim("worker-1");
      clock.advance(lease);
      await claim("worker-2");
      const advance = store.write((tx) => tx.pollers.advance("c-1", "worker-1", "stale", lease));
      await expect(advance).rejects.toBeInstanceOf(LostLaneError);
      const finish = store.write((tx) => tx.pollers.finish("c-1", "worker-1", 0));
      await expect(finish).rejects.toBeInstanceOf(LostLaneError);
      expect(await claim("worker-3")).toBeNull();
    });

    it("a finished poller is due after its delay, or when somebody wakes it", async () => {
      const { store, clock } = bench();
      await add();
      await claim("worker-1");
      await store.write((tx) => tx.pollers.finish("c-1", "worker-1", 300_000));
      expect(await store.read((tx) => tx.pollers.list())).toEqual([
        { connectionUid: "c-1", cursor: null, dueAt: clock.now() + 300_000, polledAt: clock.now() },
      ]);
      clock.advance(299_999);
      expect(await claim("worker-1")).toBeNull();
      clock.advance(1);
      expect(await claim("worker-1")).not.toBeNull();
      await store.write((tx) => tx.pollers.finish("c-1", "worker-1", 300_000));
      await store.write((tx) => tx.pollers.wake("c-1"));
      expect(await claim("worker-2")).not.toBeNull();
    });
  });

  describe("deliveries", () => {
    it("R03: a delivery id is remembered with its events, for its connection only", async () => {
      const { store } = bench();
      expect(await store.write((tx) => tx.deliveries.remember("c-1", "d-1", ["ev-1", "ev-2"]))).toBeNull();
      expect(await store.write((tx) => tx.deliveries.remember("c-1", "d-1", ["ev-3"]))).toEqual(["ev-1", "ev-2"]);
      expect(await store.read((tx) => tx.deliveries.find("c-1", "d-1"))).toEqual(["ev-1", "ev-2"]);
      expect(await store.read((tx) => tx.deliveries.find("c-2", "d-1"))).toBeNull();
    });

    it("R03: are forgotten by age", async () => {
      const { store, clock } = bench();
      await store.write((tx) => tx.deliveries.remember("c-1", "old", []));
      clock.advance(1000);
      await store.write((tx) => tx.deliveries.remember("c-1", "new", []));
      await store.write((tx) => tx.deliveries.forgetBefore(clock.now()));
      expect(await store.read((tx) => tx.deliveries.find("c-1", "old"))).toBeNull();
      expect(await store.read((tx) => tx.deliveries.find("c-1", "new"))).toEqual([]);
    });
  });
}
