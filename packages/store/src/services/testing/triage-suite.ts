import { createCountingIds } from "@otai/conformance/store/counting-ids";
import type { Ids } from "@otai/core/ports/surroundings";
import type { RulesVersion, StoredCorrection } from "@otai/services/ports/triage";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OtaiStore } from "../../store-transaction.ts";

export interface TriageStoreUnderTest {
  readonly store: OtaiStore;
  dispose(): Promise<void>;
}

function sampleCorrection(id: string, more: Partial<StoredCorrection> = {}): StoredCorrection {
  return {
    id,
    connection: "desk",
    ticketId: "T-1",
    classificationId: "c-1",
    field: "category",
    value: "billing",
    actor: "agent:7",
    reason: "wrong_category",
    recordedAt: 1000,
    ...more,
  };
}

function sampleVersion(version: number, name: string): RulesVersion {
  const when = {
    category: [],
    urgency: [],
    sentiment: [],
    language: [],
    channel: [],
    tier: [],
    hours: "always",
  } as const;
  const rule = {
    id: "r-1",
    name,
    enabled: true,
    order: 0,
    when: { ...when, category: ["büro ✓"] },
    // biome-ignore lint/suspicious/noThenProperty: the published word
    then: { team: "t", group_id: 12, group_name: null, agent: null, strategy: "none" as const },
  };
  return { version, rules: [rule] as unknown as RulesVersion["rules"], by: "admin", at: 5000 };
}

/** What the Triage service expects of a store, on whatever engine. */
export function triageSuite(name: string, open: (ids: Ids) => Promise<TriageStoreUnderTest>): void {
  describe(`Triage repositories: ${name}`, () => {
    let underTest: TriageStoreUnderTest;
    let store: OtaiStore;
    beforeEach(async () => {
      underTest = await open(createCountingIds());
      store = underTest.store;
    });
    afterEach(() => underTest.dispose());

    const addCorrection = (...given: Parameters<typeof sampleCorrection>) =>
      store.write((tx) => tx.corrections.add(sampleCorrection(...given)));
    const idsOf = async (connection: string | null) =>
      (await store.read((tx) => tx.corrections.list(connection))).map(({ id }) => id);

    it("a correction comes back as it was given, with and without what is optional", async () => {
      const bare = { connection: null, classificationId: null, actor: null, reason: null } as const;
      await addCorrection("co-1");
      await addCorrection("co-2", bare);
      expect(await store.read((tx) => tx.corrections.list(null))).toEqual([
        sampleCorrection("co-1"),
        sampleCorrection("co-2", bare),
      ]);
    });

    it("corrections are listed oldest first, so that the last word counts", async () => {
      await addCorrection("co-3", { recordedAt: 3000 });
      await addCorrection("co-2", { recordedAt: 1000 });
      await addCorrection("co-1", { recordedAt: 3000 });
      expect(await idsOf(null)).toEqual(["co-2", "co-1", "co-3"]);
    });

    it("S12: a connection sees its own corrections and those of no connection, never another's", async () => {
      await addCorrection("co-1", { connection: "desk" });
      await addCorrection("co-2", { connection: "other" });
      await addCorrection("co-3", { connection: null });
      expect(await idsOf("desk")).toEqual(["co-1", "co-3"]);
      expect(await idsOf(null)).toEqual(["co-1", "co-2", "co-3"]);
    });

    it("text that a column cannot hold does not lose a correction", async () => {
      await addCorrection("co-1", { value: "bil\u0000ling", actor: "agent \ud800", reason: "Grüße ✓" });
      expect(await store.read((tx) => tx.corrections.list(null))).toMatchObject([{ id: "co-1", reason: "Grüße ✓" }]);
    });

    it("rules: none at first, then the newest version with every value of its rules", async () => {
      expect(await store.read((tx) => tx.routingRules.latest())).toBeNull();
      expect(await store.write((tx) => tx.routingRules.add(sampleVersion(1, "first")))).toBe(true);
      expect(await store.write((tx) => tx.routingRules.add(sampleVersion(2, "second")))).toBe(true);
      expect(await store.read((tx) => tx.routingRules.latest())).toEqual(sampleVersion(2, "second"));
    });

    it("a version that exists is not overwritten", async () => {
      await store.write((tx) => tx.routingRules.add(sampleVersion(1, "first")));
      expect(await store.write((tx) => tx.routingRules.add(sampleVersion(1, "late")))).toBe(false);
      expect(await store.read((tx) => tx.routingRules.latest())).toEqual(sampleVersion(1, "first"));
    });

    it("of several who add a version at the same time one does", async () => {
      const added = await Promise.all(
        ["a", "b", "c"].map((who) => store.write((tx) => tx.routingRules.add(sampleVersion(1, who)))),
      );
      expect(added.filter(Boolean)).toHaveLength(1);
    });
  });
}
