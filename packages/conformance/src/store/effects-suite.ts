import { describe, expect, it } from "vitest";
import { addEvent, sampleEffect } from "./samples.ts";
import type { UseBench } from "./store-bench.ts";

export function effectsSuite(bench: UseBench): void {
  describe("effects", () => {
    it("R03: an effect key is taken once; the second one changes nothing", async () => {
      const { store } = bench();
      const first = sampleEffect("k-1", { marker: "[otai k-1]" });
      expect(await store.write((tx) => tx.journal.addEffect(first))).toBe(true);
      const second = sampleEffect("k-1", { state: "sent", kind: "note", fence: 9 });
      expect(await store.write((tx) => tx.journal.addEffect(second))).toBe(false);
      expect(await store.read((tx) => tx.journal.getEffect("k-1"))).toEqual(first);
      expect(await store.read((tx) => tx.journal.getEffect("k-2"))).toBeNull();
    });

    it("R03: two workers that add the same key at once: one of them has it", async () => {
      const { store, another } = bench();
      const other = await another();
      const answers = await Promise.all(
        [store, other, store, other].map((each) => each.write((tx) => tx.journal.addEffect(sampleEffect("k-1")))),
      );
      expect(answers.filter(Boolean)).toHaveLength(1);
    });

    it("what is planned, sent or unknown is unfinished, in the order of planning", async () => {
      const { store } = bench();
      const states = ["unknown", "confirmed", "sent", "refused", "planned"] as const;
      for (const [index, state] of states.entries()) {
        await store.write((tx) => tx.journal.addEffect(sampleEffect(state, { state, createdAt: 1000 - index })));
      }
      await store.write((tx) => tx.journal.addEffect(sampleEffect("elsewhere", { lane: "c-1/2" })));
      const keys = async () => (await store.read((tx) => tx.journal.unfinishedEffects("c-1/1"))).map(({ key }) => key);
      expect(await keys()).toEqual(["planned", "sent", "unknown"]);
      await store.write((tx) => tx.journal.setEffectState("sent", "confirmed", 2));
      expect(await keys()).toEqual(["planned", "unknown"]);
      expect(await store.read((tx) => tx.journal.getEffect("sent"))).toMatchObject({ state: "confirmed", fence: 2 });
    });

    it("what is left to write can be replaced before it is sent again", async () => {
      const { store } = bench();
      await store.write((tx) => tx.journal.addEffect(sampleEffect("k-1")));
      const change = {
        intent: { priority: "high" },
        before: { priority: "low" },
        state: "sent",
        fence: 3,
      } as const;
      await store.write((tx) => tx.journal.replaceEffect("k-1", change));
      expect(await store.read((tx) => tx.journal.getEffect("k-1"))).toEqual({ ...sampleEffect("k-1"), ...change });
    });

    it("are counted per lane and purpose since an instant", async () => {
      const { store } = bench();
      for (const createdAt of [1000, 2000, 3000]) {
        await store.write((tx) => tx.journal.addEffect(sampleEffect(`k-${createdAt}`, { createdAt })));
      }
      await store.write((tx) => tx.journal.addEffect(sampleEffect("k-other", { lane: "c-1/2", createdAt: 3000 })));
      await store.write((tx) => tx.journal.addEffect(sampleEffect("k-draft", { purpose: "draft", createdAt: 3000 })));
      expect(await store.read((tx) => tx.journal.countEffects("c-1/1", "triage", 2000))).toBe(2);
      expect(await store.read((tx) => tx.journal.countEffects("c-1/1", "draft", 2000))).toBe(1);
    });

    it("D04: those of a lane and purpose are listed, whatever became of them, in the order of planning", async () => {
      const { store } = bench();
      const add = (key: string, change: Parameters<typeof sampleEffect>[1]) =>
        store.write((tx) => tx.journal.addEffect(sampleEffect(key, change)));
      await add("k-2", { state: "confirmed", createdAt: 2000 });
      await add("k-1", { state: "refused", createdAt: 1000 });
      await add("k-other", { lane: "c-1/2" });
      await add("k-draft", { purpose: "draft" });
      const listed = await store.read((tx) => tx.journal.listEffects("c-1/1", "triage"));
      expect(listed.map(({ key, state }) => [key, state])).toEqual([
        ["k-1", "refused"],
        ["k-2", "confirmed"],
      ]);
    });

    it("D21: a cause is settled once and for all", async () => {
      const { store } = bench();
      const settled = (key: string) => store.read((tx) => tx.journal.isSettled(key));
      expect(await settled("message 1")).toBe(false);
      for (let time = 0; time < 2; time += 1) await store.write((tx) => tx.journal.settleCause("message 1", "c-1/1"));
      expect([await settled("message 1"), await settled("message 2")]).toEqual([true, false]);
    });
  });

  describe("field claims", () => {
    it("are replaced field by field", async () => {
      const { store } = bench();
      const queue = { field: "queue", baseline: "Post", lastWritten: null, owner: "ai" } as const;
      const priority = { field: "priority", baseline: null, lastWritten: "high", owner: "ai" } as const;
      await store.write((tx) => tx.journal.putClaims("c-1/1", [queue, priority]));
      await store.write((tx) => tx.journal.putClaims("c-1/1", [{ ...queue, owner: "human" }]));
      const claims = await store.read((tx) => tx.journal.getClaims("c-1/1"));
      expect(claims.toSorted((a, b) => a.field.localeCompare(b.field))).toEqual([
        priority,
        { ...queue, owner: "human" },
      ]);
      expect(await store.read((tx) => tx.journal.getClaims("c-1/2"))).toEqual([]);
    });

    it("D23: the trace of our own write stays with the ticket", async () => {
      const { store } = bench();
      await addEvent(store, "1");
      expect(await store.read((tx) => tx.journal.getOwnWrite("c-1", "1"))).toBeNull();
      await store.write((tx) => tx.journal.setOwnWrite("c-1", "1", 123_456));
      expect(await store.read((tx) => tx.journal.getOwnWrite("c-1", "1"))).toBe(123_456);
      expect(await store.read((tx) => tx.journal.getOwnWrite("c-2", "1"))).toBeNull();
      await addEvent(store, "1", { key: "later" });
      expect(await store.read((tx) => tx.journal.getOwnWrite("c-1", "1"))).toBe(123_456);
    });
  });
}
