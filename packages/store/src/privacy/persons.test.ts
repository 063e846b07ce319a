import type { Person } from "@otai/core/ports/privacy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OtaiStore } from "../store-transaction.ts";
import { type Planted, plant } from "./testing/full-store.ts";
import { onBothEngines, type PrivacyBench } from "./testing/privacy-bench.ts";

const at = Date.UTC(2026, 0, 5, 8);

const kim: Planted = {
  connectionUid: "c-1",
  ticketId: "42",
  sender: "sender-of-kim",
  customerId: "customer-kim",
  text: "Zaunkönig-7319 wants his money back",
  requester: { id: "id-of-kim", email: "kim@customer.example" },
  at,
};
const lee: Planted = {
  connectionUid: "c-1",
  ticketId: "43",
  sender: "sender-of-lee",
  customerId: "customer-lee",
  text: "Rohrdommel-2208 is content",
  requester: { id: "id-of-lee", email: "lee@customer.example" },
  at: at + 60_000,
};

/** As little as somebody knows who asks; stored rows tell the tickets. */
const wanted: Person = {
  identities: [kim.requester.id, kim.requester.email],
  customerIds: [kim.customerId],
  places: [{ connectionUid: "c-1", connection: "desk c-1", senders: [kim.sender], ticketIds: [] }],
};

await onBothEngines("6.4: a person", (openBench) => {
  let bench: PrivacyBench;
  let store: OtaiStore;
  // Unsealed, so that the bytes would show whatever is left.
  beforeEach(async () => {
    bench = openBench();
    store = await bench.open();
    await plant(store, kim);
    await plant(store, lee);
  });
  afterEach(async () => {
    await store.close();
    await bench.dispose();
  });

  const find = (person: Person = wanted) => store.read((tx) => tx.privacy.withKnownTickets(person));
  const erase = async () => {
    const person = await find();
    return store.write((tx) => tx.privacy.erase(person));
  };

  it("his tickets are found by training rows, documents and points", async () => {
    expect((await find()).places[0]?.ticketIds).toEqual(["42"]);
    const nobody = { identities: [], customerIds: [], places: [{ ...wanted.places[0]!, senders: [] }] };
    expect((await find({ ...nobody, identities: ["KIM@customer.example"] })).places[0]?.ticketIds).toEqual(["42"]);
    expect((await find({ ...nobody, customerIds: [kim.customerId] })).places[0]?.ticketIds).toEqual(["42"]);
    expect((await find(nobody)).places[0]?.ticketIds).toEqual([]);
  });

  it("the export holds every kind that is kept, and nothing of others", async () => {
    const person = await find();
    const records = await store.read((tx) => tx.privacy.listRecords(person));
    for (const [kind, rows] of Object.entries(records)) expect(rows.length, kind).toBe(kind === "documents" ? 3 : 1);
    expect(JSON.stringify(records)).not.toContain("Rohrdommel");
    const texts = Object.entries(records).filter(([, rows]) => JSON.stringify(rows).includes("Zaunkönig"));
    expect(texts.length).toBe(Object.keys(records).length);
  });

  it("erasing removes as much as the export showed, and of others nothing", async () => {
    const { removed } = await erase();
    for (const [kind, count] of Object.entries(removed)) expect(count, kind).toBe(kind === "documents" ? 3 : 1);
    const person = await find({
      ...wanted,
      ...{ identities: [lee.requester.id], customerIds: [lee.customerId] },
      places: [{ ...wanted.places[0]!, senders: [lee.sender] }],
    });
    const left = await store.read((tx) => tx.privacy.listRecords(person));
    for (const [kind, rows] of Object.entries(left)) expect(rows.length, kind).toBe(kind === "documents" ? 3 : 1);
    expect((await erase()).removed).toEqual(Object.fromEntries(Object.keys(removed).map((kind) => [kind, 0])));
  });

  it("afterwards his text, id and address are nowhere in the bytes of the database", async () => {
    await erase();
    await store.write((tx) => tx.learning.setChampion("c-1", "triage-c-1-43", at, "test"));
    await store.write((tx) => tx.privacy.removeMarkedModels());
    await store.scrub();
    const bytes = await bench.bytes();
    const left = ["Zaunkönig-7319", "money back", "id-of-kim", "kim@customer.example", "customer-kim"].filter((word) =>
      bytes.includes(word),
    );
    expect(left).toEqual([]);
    expect(bytes.includes("Rohrdommel-2208")).toBe(true);
  });

  it("his effects keep their keys and his decisions their figures", async () => {
    await erase();
    await store.read(async (tx) => {
      expect(await tx.journal.getEffect("effect-c-1-42")).toMatchObject({ intent: {}, state: "confirmed" });
      expect((await tx.journal.listDecisions({ ticketId: "42", limit: 5, cursor: null })).items).toHaveLength(1);
      expect((await tx.journal.getRun("r-c-1-42"))?.trace).toEqual({});
    });
  });

  describe("S12: ticket 42 of another helpdesk", () => {
    const pat: Planted = {
      ...kim,
      connectionUid: "c-2",
      sender: "sender-of-pat",
      customerId: "customer-pat",
      text: "Sumpfmeise-5150 lost the parcel",
      requester: { id: "id-of-pat", email: "pat@customer.example" },
    };
    beforeEach(() => plant(store, pat));
    const records = async (person: Person) => {
      const found = await find(person);
      return store.read((tx) => tx.privacy.listRecords(found));
    };
    const patAsWanted: Person = {
      identities: [pat.requester.id, pat.requester.email],
      customerIds: [pat.customerId],
      places: [{ connectionUid: "c-2", connection: "desk c-2", senders: [pat.sender], ticketIds: [] }],
    };

    it("is somebody else's: it is neither exported nor erased with this one", async () => {
      const before = await records(patAsWanted);
      for (const [kind, rows] of Object.entries(before)) expect(rows.length, kind).toBe(kind === "documents" ? 3 : 1);
      expect(JSON.stringify(before)).not.toContain("Zaunkönig");
      expect(JSON.stringify(await records(wanted))).not.toContain("Sumpfmeise");
      await erase();
      expect(await records(patAsWanted)).toEqual(before);
    });

    it("goes with this one where nobody said which helpdesk it was, as in rows of former versions", async () => {
      await bench.query("update qa_evaluation set connection = null");
      await bench.query("update kb_query set connection = null");
      const { removed } = await erase();
      expect([removed.evaluations, removed.searches, removed.drafts, removed.corrections]).toEqual([2, 2, 1, 1]);
    });
  });

  describe("models that learned from him", () => {
    it("are marked, and go as soon as they no longer serve", async () => {
      await store.write((tx) => tx.learning.setChampion("c-1", "triage-c-1-42", at, "test"));
      expect((await erase()).modelsToRetrain).toEqual(["triage-c-1-42", "triage-c-1-43"]);
      expect(await store.write((tx) => tx.privacy.removeMarkedModels())).toBe(1);
      const left = await store.read((tx) => tx.privacy.modelsToRetrain());
      expect(left).toEqual([{ connectionUid: "c-1", version: "triage-c-1-42" }]);
      expect(await store.read((tx) => tx.learning.getModelBlob("sha-c-1-43"))).toBeNull();
      expect(await store.read((tx) => tx.learning.getModelBlob("sha-c-1-42"))).not.toBeNull();
    });

    it("a retrained one of the same bytes is not marked any more", async () => {
      await erase();
      const models = await store.read((tx) => tx.learning.listModels("c-1"));
      await store.write((tx) => tx.learning.putModel(models[0]!, Buffer.from("words")));
      expect(await store.read((tx) => tx.privacy.modelsToRetrain())).toHaveLength(models.length - 1);
    });

    it("are not marked when nothing was learned from him", async () => {
      const stranger = { identities: ["x"], customerIds: ["x"], places: [{ ...wanted.places[0]!, senders: ["x"] }] };
      expect((await store.write((tx) => tx.privacy.erase(stranger))).modelsToRetrain).toEqual([]);
    });

    it("and he is not learned from again: his hash is remembered", async () => {
      await erase();
      expect(await store.read((tx) => tx.privacy.erasedSenders("c-1"))).toEqual(new Set([kim.sender]));
      expect(await store.read((tx) => tx.privacy.erasedSenders("c-2"))).toEqual(new Set());
    });
  });
});
