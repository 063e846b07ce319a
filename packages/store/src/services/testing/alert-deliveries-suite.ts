import { createCountingIds } from "@otai/conformance/store/counting-ids";
import type { Ids } from "@otai/core/ports/surroundings";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OtaiStore } from "../../store-transaction.ts";
import { type SentimentStoreUnderTest, sampleAlert } from "./sentiment-suite.ts";

/** What those who tell of alerts expect of a store, on whatever engine. */
export function alertDeliveriesSuite(name: string, open: (ids: Ids) => Promise<SentimentStoreUnderTest>): void {
  describe(`who is told of an alert: ${name}`, () => {
    let underTest: SentimentStoreUnderTest;
    let store: OtaiStore;
    beforeEach(async () => {
      underTest = await open(createCountingIds());
      store = underTest.store;
      await store.write((tx) => tx.sentimentAlerts.put(sampleAlert("al-1")));
    });
    afterEach(() => underTest.dispose());

    const news = { alertId: "al-1", news: "raised" as const };
    const add = (messageId: string, target = "mail") =>
      store.write((tx) => tx.alertDeliveries.add({ ...news, messageId, target }));
    const claim = (leaseMs = 60_000, most = 8, target = "mail") =>
      store.write((tx) => tx.alertDeliveries.claim(target, most, leaseMs));
    const due = (...targets: string[]) => store.read((tx) => tx.alertDeliveries.listDue(targets));

    it("is queued once for each message and receiver, also after it was told", async () => {
      await add("al-1-medium");
      await add("al-1-medium");
      await add("al-1-medium", "chat");
      expect((await due("mail", "chat", "other")).toSorted()).toEqual(["chat", "mail"]);
      expect(await due()).toEqual([]);
      const [mine, second] = await claim();
      expect(second).toBeUndefined();
      expect(mine).toMatchObject({ messageId: "al-1-medium", target: "mail", ...news, attempts: 1 });
      expect(await store.write((tx) => tx.alertDeliveries.settle(mine!, { state: "delivered" }))).toBe(true);
      await add("al-1-medium");
      expect(await due("mail", "chat")).toEqual(["chat"]);
      const known = (alertId: string, target: string) =>
        store.read((tx) => tx.alertDeliveries.isKnown(alertId, target));
      expect([await known("al-1", "mail"), await known("al-1", "web"), await known("al-2", "mail")]).toEqual([
        ...[true, false, false],
      ]);
    });

    it("R09: what one worker has, no other gets, until its lease runs out; the late one settles nothing", async () => {
      await add("al-1-medium");
      const [mine] = await claim(0);
      const [other] = await claim(60_000);
      expect(other).toMatchObject({ messageId: mine!.messageId, attempts: 2 });
      expect(await claim()).toEqual([]);
      const settle = (delivery: typeof mine) =>
        store.write((tx) => tx.alertDeliveries.settle(delivery!, { state: "delivered" }));
      expect([await settle(mine), await settle(other), await settle(other)]).toEqual([false, true, false]);
      expect(await due("mail")).toEqual([]);
    });

    it("ten workers at once take thirty messages, each of them once", async () => {
      for (let at = 0; at < 30; at += 1) await add(`al-1-${at}`);
      const claims = await Promise.all(Array.from({ length: 10 }, () => claim(60_000, 4)));
      const taken = claims.flat().map(({ messageId }) => messageId);
      expect(new Set(taken).size).toBe(taken.length);
      expect((await claim(60_000, 30)).length + taken.length).toBe(30);
    });

    it("what was not taken is due again after its pause; what is given up or dropped never", async () => {
      for (const id of ["a", "b", "c"]) await add(id);
      const [a, b, c] = await claim();
      await store.write(async ({ alertDeliveries }) => {
        await alertDeliveries.settle(a!, { state: "open", reason: "busy\0", delayMs: 0 });
        await alertDeliveries.settle(b!, { state: "given-up", reason: "never" });
        await alertDeliveries.settle(c!, { state: "dropped", reason: "settled" });
      });
      expect((await claim(0)).map(({ messageId, attempts }) => [messageId, attempts])).toEqual([["a", 2]]);
    });

    it("goes with its alert", async () => {
      await add("al-1-medium");
      const [mine] = await claim(0);
      await store.write((tx) => tx.sentimentAlerts.eraseCustomer("c-1"));
      expect(await due("mail")).toEqual([]);
      expect(await store.write((tx) => tx.alertDeliveries.settle(mine!, { state: "delivered" }))).toBe(false);
    });

    it("how it stands with a receiver is changed by one after the other", async () => {
      const fresh = { failingSince: null, restUntil: 0, disabled: null };
      expect(await store.read((tx) => tx.alertDeliveries.getReceiver("mail"))).toEqual(fresh);
      await Promise.all(
        Array.from({ length: 20 }, () =>
          store.write((tx) =>
            tx.alertDeliveries.changeReceiver("mail", (known) => ({ ...known, restUntil: known.restUntil + 1 })),
          ),
        ),
      );
      const change = { failingSince: 5, restUntil: 20, disabled: "gone" };
      expect(await store.read((tx) => tx.alertDeliveries.getReceiver("mail"))).toEqual({ ...fresh, restUntil: 20 });
      await store.write((tx) => tx.alertDeliveries.changeReceiver("mail", () => change));
      expect(await store.read((tx) => tx.alertDeliveries.getReceiver("mail"))).toEqual(change);
    });
  });
}
