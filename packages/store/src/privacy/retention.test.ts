import type { AgingKind } from "@otai/core/ports/privacy";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { OtaiStore } from "../store-transaction.ts";
import { type Planted, plant } from "./testing/full-store.ts";
import { onBothEngines, type PrivacyBench } from "./testing/privacy-bench.ts";

const secretKeys = { current: "a secret for tests only", previous: [] };
const dayMs = 24 * 60 * 60_000;

const kinds: readonly AgingKind[] = [
  ...(["deliveries", "documents", "answers", "traces", "effects", "drafts", "misses", "model-answers"] as const),
  ...(["sentiment", "alerts", "evaluations", "solved-answers", "decisions", "runs", "training"] as const),
];

await onBothEngines("D43, 6.4: retention", (openBench) => {
  let bench: PrivacyBench;
  let store: OtaiStore;
  beforeEach(async () => {
    bench = openBench();
    store = await bench.open(secretKeys);
  });
  afterEach(async () => {
    await store.close();
    await bench.dispose();
  });

  async function plantToday(ticketId: string): Promise<void> {
    const planted: Planted = {
      connectionUid: "c-1",
      ticketId,
      sender: `sender-${ticketId}`,
      customerId: `customer-${ticketId}`,
      text: `text of ${ticketId}`,
      requester: { id: `7${ticketId}`, email: `${ticketId}@customer.example` },
      at: bench.clock.now(),
    };
    await plant(store, planted);
  }
  const remove = (kind: AgingKind, before: number, limit = 100) =>
    store.write((tx) => tx.privacy.removeOld(kind, before, limit));

  it("takes what is older than the instant, of every kind, and leaves the rest", async () => {
    await plantToday("1");
    bench.clock.advance(10 * dayMs);
    await plantToday("2");
    const before = bench.clock.now() - dayMs;
    for (const kind of kinds) {
      const expected = kind === "documents" ? 3 : 1;
      expect([kind, await remove(kind, before)]).toEqual([kind, expected]);
      expect([kind, await remove(kind, before)]).toEqual([kind, 0]);
    }
    expect(Buffer.from(JSON.stringify(await everything())).includes("text of 2")).toBe(true);
  });

  it("takes no more rows at once than it may, so that nobody waits for long", async () => {
    for (const ticketId of ["1", "2", "3"]) await plantToday(ticketId);
    const before = bench.clock.now() + 1;
    for (const kind of kinds.filter((kind) => kind !== "documents")) {
      expect([kind, await remove(kind, before, 2), await remove(kind, before, 2)]).toEqual([kind, 2, 1]);
    }
  });

  it("keeps the keys of effects, so that an old one is not repeated, but not what they wrote", async () => {
    await plantToday("1");
    await remove("effects", bench.clock.now() + 1);
    const effect = await store.read((tx) => tx.journal.getEffect("effect-c-1-1"));
    expect(effect).toMatchObject({ key: "effect-c-1-1", intent: {}, before: {}, state: "confirmed" });
  });

  it("what was still to be written then is given up, for nobody knows it any more", async () => {
    await plantToday("1");
    await store.write((tx) => tx.journal.setEffectState("effect-c-1-1", "unknown", 2));
    await remove("effects", bench.clock.now() + 1);
    expect(await store.read((tx) => tx.journal.unfinishedEffects("c-1/1"))).toEqual([]);
  });

  it("a document that changes stays, and so do those of the account, however old", async () => {
    await plantToday("1");
    await store.write((tx) => tx.documents.change("c-1", { key: "queues", change: () => ["Billing"] }));
    bench.clock.advance(10 * dayMs);
    await store.write((tx) => tx.documents.change("c-1", { key: "ticket/1", change: () => ({ id: "1" }) }));
    await remove("documents", bench.clock.now() - dayMs);
    const keys = (await store.read((tx) => tx.documents.list("c-1", "", { limit: 10 }))).map(({ key }) => key);
    expect(keys).toEqual(["queues", "ticket/1"]);
  });

  it("forgets tickets that were last seen then, also where no message of theirs is old", async () => {
    for (const ticketId of ["1", "2", "3"]) {
      const seen = { connection: "desk", ticketId, customerId: "c", open: true, waitingSince: null, agents: 0 };
      await store.write((tx) => tx.sentimentTickets.put({ ...seen, seenAt: bench.clock.now() }));
    }
    const before = bench.clock.now() + 1;
    expect([await remove("sentiment", before, 2), await remove("sentiment", before, 2)]).toEqual([2, 1]);
    expect(await store.read((tx) => tx.sentimentTickets.get("desk", "3"))).toBeNull();
  });

  /** The rows as the repositories read them, trace by trace. */
  function everything() {
    return store.read(async (tx) => [
      await tx.journal.getRun("r-c-1-1"),
      await tx.journal.getRun("r-c-1-2"),
      await tx.drafts.get("dr-c-1-2"),
    ]);
  }
});
