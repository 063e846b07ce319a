import { ConfigError } from "@otai/plugin-api/errors";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Planted, plant } from "./privacy/testing/full-store.ts";
import { onBothEngines, type PrivacyBench } from "./privacy/testing/privacy-bench.ts";
import { sealedTables } from "./sealed-columns.ts";
import type { OtaiStore } from "./store-transaction.ts";

const first = { current: "the secret of last year", previous: [] };
const rotated = { current: "the secret of this year", previous: [first.current] };
const canary = "Zaunkönig-7319 wants his money back";

const planted: Planted = {
  connectionUid: "c-1",
  ticketId: "42",
  sender: "5e4d3c",
  customerId: "customer-1",
  text: canary,
  requester: { id: "77", email: "zaunkoenig@customer.example" },
  at: Date.UTC(2026, 0, 5, 8),
};

await onBothEngines("S03, D43: ticket text in the database", (openBench) => {
  let bench: PrivacyBench;
  let store: OtaiStore;
  beforeEach(() => {
    bench = openBench();
  });
  afterEach(async () => {
    await store.close();
    await bench.dispose();
  });

  const traces = async () => {
    const bytes = await bench.bytes();
    return ["Zaunkönig-7319", "money back"].filter((word) => bytes.includes(word));
  };
  const trace = () => store.read(async (tx) => (await tx.journal.getRun("r-c-1-42"))?.trace);

  it("is not found in its bytes, nor in the log beside it, while the store reads it", async () => {
    store = await bench.open(first);
    await plant(store, planted);
    expect(await traces()).toEqual([]);
    await store.read(async (tx) => {
      expect((await tx.learning.listExamples("c-1", 1, null)).items[0]?.subject).toBe(canary);
      expect(Buffer.from((await tx.learning.getModelBlob("sha-c-1-42"))!).toString()).toBe(`words: ${canary}`);
      expect(await tx.drafts.get("dr-c-1-42")).toMatchObject({ query: canary, answer: { draft: canary } });
      expect((await tx.inbox.listDead(1, null)).items[0]?.error).toBe(`refused: ${canary}`);
      expect((await tx.knowledgeGaps.list())[0]).toMatchObject({ title: canary, centroid: { [canary]: 1 } });
    });
    expect(await trace()).toEqual({ evidence: canary, refused: [] });
  });

  it("the planted rows fill every sealed column, so that none is forgotten above", async () => {
    store = await bench.open(first);
    await plant(store, planted);
    for (const [table, { columns }] of Object.entries(sealedTables)) {
      for (const column of columns) {
        const rows = await bench.query(`select "${column}" as value from ${table} where "${column}" is not null`);
        expect(rows, `${table}.${column}`).not.toEqual([]);
        for (const { value } of rows) expect(`${value}`, `${table}.${column}`).toMatch(/^otai-s1:/);
      }
    }
  });

  it("a wrong key is refused when the store is opened, and so is none", async () => {
    store = await bench.open(first);
    await store.close();
    const opening = bench.open({ current: "somebody else's secret", previous: [] });
    await expect(opening).rejects.toBeInstanceOf(ConfigError);
    await expect(opening).rejects.toThrow(/secret key does not fit.*OTAI_SECRET_KEY/s);
    await expect(bench.open()).rejects.toBeInstanceOf(ConfigError);
    store = await bench.open(first);
  });

  it("after a change of the key old rows are read, sealed anew, and then need the old key no more", async () => {
    store = await bench.open(first);
    await plant(store, planted);
    await store.close();
    store = await bench.open(rotated);
    expect(await trace()).toMatchObject({ evidence: canary });
    await sealAll();
    await store.close();
    store = await bench.open({ current: rotated.current, previous: [] });
    expect(await trace()).toMatchObject({ evidence: canary });
    expect(Buffer.from((await store.read((tx) => tx.learning.getModelBlob("sha-c-1-42")))!).toString()).toContain(
      canary,
    );
    expect(await traces()).toEqual([]);
  });

  it("rows from before there was sealing are read and sealed", async () => {
    store = await bench.open();
    await plant(store, planted);
    await store.close();
    expect(await traces()).not.toEqual([]);
    store = await bench.open(first);
    expect(await trace()).toMatchObject({ evidence: canary });
    await sealAll();
    await store.scrub();
    expect(await traces()).toEqual([]);
    expect(await trace()).toMatchObject({ evidence: canary });
  });

  async function sealAll(): Promise<void> {
    let sealed: number;
    do sealed = await store.write((tx) => tx.privacy.sealAnew(2));
    while (sealed > 0);
  }
});
