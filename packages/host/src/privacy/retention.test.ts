import { sampleConnection, sampleDecision, sampleExample, sampleRun } from "@otai/conformance/store/samples";
import { createTestClock } from "@otai/conformance/store/test-clock";
import { openSqliteStore } from "@otai/store/sqlite-store";
import type { OtaiStore } from "@otai/store/store-transaction";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createIds } from "../app/surroundings.ts";
import { lastRetention } from "../operations/last-retention.ts";
import { carryOutRetention, retentionChore } from "./carry-out-retention.ts";
import { retentionPlan } from "./retention-plan.ts";

const dayMs = 24 * 60 * 60_000;
const days = { payload: 30, drafts: 90, decisions: 395, training: 730 };
const clock = createTestClock();
let store: OtaiStore;
beforeEach(async () => {
  store = await openSqliteStore({ path: ":memory:", ids: createIds(clock), clock });
});
afterEach(() => store.close());

const signal = new AbortController().signal;
const carryOut = (owner = "w-1") => carryOutRetention({ store, clock, days, owner, signal });

async function addRuns(count: number, name: string): Promise<void> {
  await store.write(async (tx) => {
    for (let index = 0; index < count; index += 1) {
      const id = `${name}-${String(index).padStart(4, "0")}`;
      await tx.journal.addRun(sampleRun(id, { startedAt: clock.now() }));
      await tx.journal.addDecisions([sampleDecision(id, { runId: id, createdAt: clock.now() })]);
    }
  });
}

describe("D43, 6.4: retention", () => {
  test("each kind of row has its age: payloads 30 days, drafts 90, decisions 395, training rows 730 by default", () => {
    const plan = new Map(retentionPlan(days));
    expect([plan.get("traces"), plan.get("documents"), plan.get("answers")]).toEqual([30, 30, 7]);
    expect([plan.get("drafts"), plan.get("misses"), plan.get("effects")]).toEqual([90, 90, 90]);
    expect([plan.get("decisions"), plan.get("runs"), plan.get("evaluations")]).toEqual([395, 395, 395]);
    expect(plan.get("training")).toBe(730);
    expect(new Map(retentionPlan({ ...days, payload: 1 })).get("answers")).toBe(1);
  });

  test("what is too old goes, however much it is, and what is not stays", async () => {
    await addRuns(450, "old");
    clock.advance(31 * dayMs);
    await addRuns(3, "new");
    expect((await carryOut())?.removed).toEqual({ traces: 450 });
    clock.advance(365 * dayMs);
    expect((await carryOut())?.removed).toEqual({ traces: 3, decisions: 450, runs: 450 });
    expect((await store.read((tx) => tx.journal.listRuns({ limit: 9, cursor: null }))).items).toHaveLength(3);
  });

  test("training rows go by when their ticket was created, and their text is nowhere afterwards", async () => {
    await store.write(async (tx) => {
      await tx.connections.add(sampleConnection("c-1"));
      await tx.learning.putExamples([
        sampleExample("1", { connectionUid: "c-1", subject: "Zaunkönig", createdAt: clock.now() - 731 * dayMs }),
        sampleExample("2", { connectionUid: "c-1", subject: "Rohrdommel", createdAt: clock.now() - 729 * dayMs }),
      ]);
    });
    expect((await carryOut())?.removed).toEqual({ training: 1 });
    const { items } = await store.read((tx) => tx.learning.listExamples("c-1", 10, null));
    expect(items.map(({ subject }) => subject)).toEqual(["Rohrdommel"]);
  });

  test("one worker does it, once a day", async () => {
    expect(await carryOut()).toEqual({ removed: {}, sealedAnew: 0, models: 0 });
    expect(await carryOut("w-2")).toBeNull();
    clock.advance(dayMs);
    expect(await carryOut("w-2")).not.toBeNull();
  });

  test("while one is at it, no other is", async () => {
    await store.write((tx) => tx.chores.claim(retentionChore, "w-2", 60_000));
    expect(await carryOut()).toBeNull();
  });

  test("when it ran and what it did can be asked, without any text", async () => {
    expect(await lastRetention({ store })).toBeNull();
    await addRuns(2, "old");
    clock.advance(31 * dayMs);
    await carryOut();
    expect(await lastRetention({ store })).toEqual({ at: clock.now(), result: "2 traces" });
  });

  test("a stopped server gives it back, to be gone on with within the hour", async () => {
    const stopped = AbortSignal.abort(new Error("the server stops"));
    const stopping = carryOutRetention({ store, clock, days, owner: "w-1", signal: stopped });
    await expect(stopping).rejects.toThrow("the server stops");
    expect((await lastRetention({ store }))?.result).toBe("failed: the server stops");
    clock.advance(60 * 60_000);
    expect(await carryOut()).not.toBeNull();
  });
});
