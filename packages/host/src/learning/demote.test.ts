import type { FieldPolicy } from "@otai/core/policy/policy";
import type { StoredDecision } from "@otai/core/ports/journal";
import type { AutomatedWrite } from "@otai/core/ports/learning";
import { openSqliteStore } from "@otai/store/sqlite-store";
import { describe, expect, it } from "vitest";
import { createPolicies } from "../app/effective-policy.ts";
import { createIds } from "../app/surroundings.ts";
import { liftDemotion } from "../operations/field-settings.ts";
import { ConfigFolder, sampleSystem } from "../testing/config-folder.ts";
import { breaches, demote } from "./demote.ts";

const written: Omit<StoredDecision, "id" | "ticketId" | "value" | "createdAt"> = {
  ...{ connectionUid: "c-1", ticketSystem: "desk", runId: "r-1", field: "queue", confidence: 0.97, threshold: 0.9 },
  ...{ decision: "automate", wouldBe: null, mode: "automate", reason: "", previous: null, modelVersion: null },
  ...{ written: true, outcome: null },
};

const queue: FieldPolicy = { field: "queue", mode: "automate", precision: 0.95, writeTo: "queue" };
const category: FieldPolicy = { field: "category", mode: "automate", precision: 0.95, writeTo: "type" };

/** Newest first, as the store gives them: the newest ones are changed. */
function writes(value: string, changed: number, kept: number, field = "queue"): AutomatedWrite[] {
  return Array.from({ length: changed + kept }, (_, at) => ({
    ...{ field, value, changed: at < changed, createdAt: 1_000_000 - at },
  }));
}

describe("U01: a value whose automation agents undo too often", () => {
  it("is found within 200 tickets of a wrong week, and only that value", () => {
    const found = breaches([...writes("Billing", 10, 1000), ...writes("Shipping", 8, 192)], [queue], {}, 7);
    expect(found).toEqual([{ field: "queue", value: "Billing", at: 7, judged: 50, changed: 10, promised: 0.95 }]);
  });

  it("is found although agents are slow: a day of tickets that nobody looked at yet hides nothing", () => {
    const unseen = writes("Billing", 0, 400);
    const found = breaches([...unseen, ...writes("Billing", 120, 480)], [queue], {}, 7);
    expect(found[0]).toMatchObject({ judged: 1000, changed: 120 });
  });

  it("five wrong ones in two hundred are what 95 % promises", () => {
    expect(breaches(writes("Billing", 5, 195), [queue], {}, 7)).toEqual([]);
    expect(breaches(writes("Billing", 4, 0), [queue], {}, 7)).toEqual([]);
  });

  it("is not found again while it is demoted; after it was lifted only later writes count", () => {
    const demotion = { at: 1, judged: 50, changed: 40, promised: 0.95 };
    const wrong = writes("Billing", 40, 10);
    const demoted = { ...queue, demoted: ["Billing"] };
    expect(breaches(wrong, [demoted], { queue: { demoted: { Billing: demotion } } }, 7)).toEqual([]);
    expect(breaches(wrong, [queue], { queue: { lifted: { Billing: 2_000_000 } } }, 7)).toEqual([]);
    expect(breaches(wrong, [queue], { queue: { lifted: { Billing: 5 } } }, 7)).toHaveLength(1);
  });

  it("a category that is written to the type is known by its own name", () => {
    const [found] = breaches(writes("Returns Refunds", 20, 0, "type"), [category], {}, 7);
    expect(found).toMatchObject({ field: "category", value: "returns_refunds" });
  });
});

describe("U01: a wrong week", () => {
  it("demotes the queue it hit within 200 tickets and only that one; nothing but a human lifts it", async () => {
    const folder = new ConfigFolder();
    const loaded = await folder.load(`${sampleSystem()}\nfields: { queue: { mode: automate } }`);
    let now = 1_000;
    const clock = { now: () => ++now };
    const ids = createIds(clock);
    const store = await openSqliteStore({ path: ":memory:", ids });
    try {
      const connection = { uid: "c-1", name: loaded.ticketSystems[0]!.name };
      const policies = createPolicies(loaded, store, () => connection.name);
      const demotedNow = async () =>
        (await policies.current("c-1")).fields.find(({ field }) => field === "queue")!.demoted;
      const weigh = async () =>
        demote({ ...{ store, clock, ids, connection }, fields: (await policies.current("c-1")).fields });
      let tickets = 0;
      const day = async (wrongIn: string | null) => {
        await store.write(async (tx) => {
          for (let at = 0; at < 10; at += 1) {
            for (const value of ["Billing", "Shipping"]) {
              const ticketId = String(++tickets);
              await tx.journal.addDecisions([
                { ...written, id: ids.next("d"), ticketId, value, createdAt: clock.now() },
              ]);
              const outcome = value === wrongIn ? "changed" : "kept";
              await tx.journal.setOutcomes(`c-1/${ticketId}`, [{ field: "queue", outcome, value: "Returns", at: now }]);
            }
          }
        });
        return weigh();
      };
      for (let at = 0; at < 30; at += 1) expect(await day(null)).toEqual([]);
      const before = tickets;
      while ((await day("Billing")).length === 0) expect(tickets - before).toBeLessThan(200);
      expect(await demotedNow()).toEqual(["Billing"]);
      for (let at = 0; at < 20; at += 1) expect(await day(null)).toEqual([]);
      expect(await demotedNow()).toEqual(["Billing"]);
      const version = await store.read((tx) => tx.settings.latestPolicyVersion());
      expect(version).toMatchObject({ source: "demotion", by: "otai" });
      const [entry] = (await store.read((tx) => tx.audit.list(1, null))).items;
      expect(entry).toMatchObject({ action: "demote", details: { value: "Billing", promised: 0.95 } });

      const workplace = { loaded, store, clock, ids, secretKeys: { current: "", previous: [] } };
      const lift = { connection: connection.name, field: "queue", by: "kim" };
      await expect(liftDemotion(workplace, { ...lift, value: "Shipping" })).rejects.toThrow('only "Billing"');
      await liftDemotion(workplace, { ...lift, value: "Billing" });
      expect(await demotedNow()).toEqual([]);
      expect(await weigh()).toEqual([]);
    } finally {
      await store.close();
      folder.remove();
    }
  });
});
