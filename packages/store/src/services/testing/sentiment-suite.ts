import { createCountingIds } from "@otai/conformance/store/counting-ids";
import type { Ids } from "@otai/core/ports/surroundings";
import type { SentimentAlert, SentimentPoint } from "@otai/services/ports/sentiment";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OtaiStore } from "../../store-transaction.ts";

export interface SentimentStoreUnderTest {
  readonly store: OtaiStore;
  dispose(): Promise<void>;
}

function samplePoint(id: string, more: Partial<SentimentPoint> = {}): SentimentPoint {
  return {
    id,
    customerId: "c-1",
    messageId: null,
    ticketId: "T-1",
    connection: "desk",
    source: "email",
    at: 1000,
    score: -0.75,
    label: "negative",
    counts: true,
    answer: { score: -0.75, triggers: ["kündigen"] } as unknown as SentimentPoint["answer"],
    ...more,
  };
}

export function sampleAlert(id: string, more: Partial<SentimentAlert> = {}): SentimentAlert {
  return {
    id,
    customerId: "c-1",
    ticketId: "T-1",
    connection: "desk",
    severity: "medium",
    reason: "Escalation risk 0.65; triggers: cancel",
    risk: 0.65,
    status: "open",
    count: 1,
    createdAt: 1000,
    lastSeenAt: 1000,
    writtenAt: 900,
    calmMessages: 0,
    acknowledgedBy: null,
    resolvedAt: null,
    resolvedBy: null,
    resolveReason: null,
    ...more,
  };
}

const all = { customerId: null, severity: null, statuses: null };

/** What the Sentiment service expects of a store, on whatever engine. */
export function sentimentSuite(name: string, open: (ids: Ids) => Promise<SentimentStoreUnderTest>): void {
  describe(`Sentiment repositories: ${name}`, () => {
    let underTest: SentimentStoreUnderTest;
    let store: OtaiStore;
    beforeEach(async () => {
      underTest = await open(createCountingIds());
      store = underTest.store;
    });
    afterEach(() => underTest.dispose());

    const addPoints = (...points: SentimentPoint[]) =>
      store.write(async (tx) => {
        for (const point of points) await tx.sentimentPoints.add(point);
      });
    const putAlerts = (...alerts: SentimentAlert[]) =>
      store.write(async (tx) => {
        for (const alert of alerts) await tx.sentimentAlerts.put(alert);
      });

    it("gives back a message's first answer, whole", async () => {
      const point = samplePoint("sp-1", { messageId: "m-1" });
      await addPoints(point);
      const found = await store.read((tx) => tx.sentimentPoints.findByMessage("c-1", "m-1"));
      expect(found).toEqual(point);
      expect(await store.read((tx) => tx.sentimentPoints.findByMessage("c-2", "m-1"))).toBeNull();
    });

    it("refuses a second point for the same message, and keeps messages without an id apart", async () => {
      await addPoints(samplePoint("sp-1", { messageId: "m-1" }), samplePoint("sp-2"), samplePoint("sp-3"));
      await expect(addPoints(samplePoint("sp-4", { messageId: "m-1" }))).rejects.toThrow(/unique/i);
      expect(await store.read((tx) => tx.sentimentPoints.count("c-1"))).toBe(3);
    });

    it("lists what counts, newest first, within a window, page by page", async () => {
      await addPoints(
        samplePoint("sp-1", { at: 3000, score: 0.3 }),
        samplePoint("sp-2", { at: 1000, score: 0.1 }),
        samplePoint("sp-3", { at: 2000, score: 0.2 }),
        samplePoint("sp-4", { at: 2000, score: 0.25 }),
        samplePoint("sp-5", { at: 9000, counts: false }),
        samplePoint("sp-6", { at: 9000, customerId: "c-2" }),
      );
      const scores = (window: { since?: number; until?: number; limit: number; offset?: number }) =>
        store.read(async (tx) => (await tx.sentimentPoints.list("c-1", window)).map(({ score }) => score));
      expect(await scores({ limit: 10 })).toEqual([0.3, 0.25, 0.2, 0.1]);
      expect(await scores({ limit: 2, offset: 1 })).toEqual([0.25, 0.2]);
      expect(await scores({ since: 2000, limit: 10 })).toEqual([0.3, 0.25, 0.2]);
      expect(await scores({ until: 2000, limit: 10 })).toEqual([0.25, 0.2, 0.1]);
      expect(await store.read((tx) => tx.sentimentPoints.count("c-1"))).toBe(4);
    });

    it("5.2: one customer and ticket cannot have two alerts that are not resolved, with or without a ticket", async () => {
      await putAlerts(
        sampleAlert("al-1"),
        sampleAlert("al-2", { ticketId: null }),
        sampleAlert("al-3", { customerId: "c-2" }),
      );
      await expect(putAlerts(sampleAlert("al-4"))).rejects.toThrow(/unique/i);
      await expect(putAlerts(sampleAlert("al-5", { ticketId: null }))).rejects.toThrow(/unique/i);
      await putAlerts(sampleAlert("al-1", { status: "resolved", resolvedAt: 2000, resolvedBy: "kim" }));
      await putAlerts(sampleAlert("al-4", { createdAt: 3000 }));
      expect(await store.read((tx) => tx.sentimentAlerts.findLatest("c-1", "T-1"))).toMatchObject({ id: "al-4" });
      expect(await store.read((tx) => tx.sentimentAlerts.findLatest("c-1", null))).toEqual(
        sampleAlert("al-2", { ticketId: null }),
      );
    });

    it("filters alerts by customer, severity and status, newest first", async () => {
      await putAlerts(
        sampleAlert("al-1", { severity: "high", createdAt: 1000 }),
        sampleAlert("al-2", { ticketId: "T-2", createdAt: 3000, status: "acknowledged", acknowledgedBy: "kim" }),
        sampleAlert("al-3", { customerId: "c-2", createdAt: 2000, status: "resolved", resolvedAt: 2500 }),
      );
      const ids = (filter: Partial<typeof all> | object, limit = 10, offset = 0) =>
        store.read(async (tx) =>
          (await tx.sentimentAlerts.list({ ...all, ...filter }, limit, offset)).map(({ id }) => id),
        );
      expect(await ids({})).toEqual(["al-2", "al-3", "al-1"]);
      expect(await ids({}, 1, 1)).toEqual(["al-3"]);
      expect(await ids({ customerId: "c-1" })).toEqual(["al-2", "al-1"]);
      expect(await ids({ severity: "high" })).toEqual(["al-1"]);
      expect(await ids({ ticketId: "T-2" })).toEqual(["al-2"]);
      expect(await ids({ statuses: ["open", "acknowledged"] })).toEqual(["al-2", "al-1"]);
    });

    it("D04: tells which alerts of tickets were resolved since an instant, oldest first", async () => {
      await putAlerts(
        sampleAlert("al-1", { status: "resolved", resolvedAt: 5000 }),
        sampleAlert("al-2", { ticketId: "T-2", status: "resolved", resolvedAt: 4000 }),
        sampleAlert("al-3", { ticketId: "T-3", status: "resolved", resolvedAt: 3999 }),
        sampleAlert("al-4", { ticketId: null, status: "resolved", resolvedAt: 4500 }),
        sampleAlert("al-5", { ticketId: "T-5" }),
      );
      const resolved = await store.read((tx) => tx.sentimentAlerts.listResolvedSince(4000, 10));
      expect(resolved.map(({ id }) => id)).toEqual(["al-2", "al-1"]);
    });

    it("one customer's messages stand in line: thirty at once make one alert that counts thirty", async () => {
      await Promise.all(
        Array.from({ length: 30 }, (_, at) =>
          store.write(async (tx) => {
            await tx.sentimentPoints.lockCustomer("c-1");
            const known = await tx.sentimentAlerts.findLatest("c-1", "T-1");
            await tx.sentimentAlerts.put(
              known === null ? sampleAlert(`al-${at}`) : { ...known, count: known.count + 1 },
            );
          }),
        ),
      );
      expect((await store.read((tx) => tx.sentimentAlerts.list(all, 10, 0))).map(({ count }) => count)).toEqual([30]);
    });

    it("6.4: nothing of an erased customer stays, and old points go by age", async () => {
      await addPoints(
        samplePoint("sp-1", { messageId: "m-1" }),
        samplePoint("sp-2", { customerId: "c-2", at: 1 }),
        samplePoint("sp-3", { customerId: "c-2", at: 5000 }),
      );
      await putAlerts(sampleAlert("al-1"), sampleAlert("al-2", { customerId: "c-2" }));
      const gone = await store.write(async (tx) => [
        await tx.sentimentPoints.eraseCustomer("c-1"),
        await tx.sentimentAlerts.eraseCustomer("c-1"),
        await tx.sentimentPoints.removeBefore(5000),
      ]);
      expect(gone).toEqual([1, 1, 1]);
      expect(await store.read((tx) => tx.sentimentPoints.findByMessage("c-1", "m-1"))).toBeNull();
      expect(await store.read((tx) => tx.sentimentPoints.count("c-2"))).toBe(1);
      expect((await store.read((tx) => tx.sentimentAlerts.list(all, 10, 0))).map(({ id }) => id)).toEqual(["al-2"]);
    });

    it("F19: a customer's points whole, and who was negative lately, each customer and ticket once", async () => {
      await addPoints(
        samplePoint("sp-1", { at: 1000 }),
        samplePoint("sp-2", { at: 3000 }),
        samplePoint("sp-3", { at: 4000, label: "positive", score: 0.5, ticketId: "T-2" }),
        samplePoint("sp-4", { at: 5000, counts: false, ticketId: "T-3" }),
        samplePoint("sp-5", { at: 2000, customerId: "c-2", ticketId: null, connection: "other" }),
        samplePoint("sp-6", { at: 999, customerId: "c-3" }),
      );
      const found = await store.read(async (tx) => ({
        whole: await tx.sentimentPoints.listWhole("c-1", 2000, 10),
        first: await tx.sentimentPoints.listWhole("c-1", 0, 1),
        negative: await tx.sentimentPoints.listNegative(1000, null, 10),
        other: await tx.sentimentPoints.listNegative(1000, "other", 10),
        newest: await tx.sentimentPoints.listNegative(1000, null, 1),
      }));
      expect(found.whole).toEqual([
        samplePoint("sp-3", { at: 4000, label: "positive", score: 0.5, ticketId: "T-2" }),
        samplePoint("sp-2", { at: 3000 }),
      ]);
      expect(found.first.map(({ id }) => id)).toEqual(["sp-3"]);
      expect(found.negative).toEqual([
        { customerId: "c-1", ticketId: "T-1" },
        { customerId: "c-2", ticketId: null },
      ]);
      expect(found.other).toEqual([{ customerId: "c-2", ticketId: null }]);
      expect(found.newest).toEqual([{ customerId: "c-1", ticketId: "T-1" }]);
    });

    it("F19: alerts that are not resolved, the riskiest first", async () => {
      await putAlerts(
        sampleAlert("al-1", { risk: 0.5 }),
        sampleAlert("al-2", { risk: 0.9, ticketId: "T-2" }),
        sampleAlert("al-3", { risk: 0.95, ticketId: "T-3", status: "resolved", resolvedAt: 2000 }),
        sampleAlert("al-4", { risk: 0.7, ticketId: "T-4", status: "acknowledged", connection: "other" }),
      );
      const riskiest = (limit: number, connection: string | null = null) =>
        store.read(async (tx) => (await tx.sentimentAlerts.listRiskiest(connection, limit)).map(({ id }) => id));
      expect(await riskiest(10)).toEqual(["al-2", "al-4", "al-1"]);
      expect(await riskiest(1)).toEqual(["al-2"]);
      expect(await riskiest(10, "other")).toEqual(["al-4"]);
    });

    it("a ticket is as it was seen last, also when an older look comes late", async () => {
      const seen = { connection: "desk", ticketId: "T-1", customerId: "c-1", open: true, agents: 2 };
      await store.write(async (tx) => {
        await tx.sentimentTickets.put({ ...seen, waitingSince: 500, seenAt: 2000 });
        await tx.sentimentTickets.put({ ...seen, waitingSince: null, open: false, seenAt: 3000 });
        await tx.sentimentTickets.put({ ...seen, waitingSince: 700, seenAt: 2500 });
        await tx.sentimentTickets.put({ ...seen, connection: "other", waitingSince: 700, seenAt: 1 });
      });
      const get = (connection: string) => store.read((tx) => tx.sentimentTickets.get(connection, "T-1"));
      expect(await get("desk")).toEqual({ ...seen, waitingSince: null, open: false, seenAt: 3000 });
      expect(await get("other")).toMatchObject({ waitingSince: 700 });
      expect(await get("third")).toBeNull();
      await store.write((tx) => tx.sentimentPoints.eraseCustomer("c-1"));
      expect(await get("desk")).toBeNull();
    });

    it("NUL in an id or reason does no harm", async () => {
      await addPoints(samplePoint("sp-1", { messageId: "m\0-1", ticketId: "T\0" }));
      await putAlerts(sampleAlert("al-1", { reason: "a\0b", ticketId: "T\0" }));
      expect(await store.read((tx) => tx.sentimentPoints.findByMessage("c-1", "m\0-1"))).toMatchObject({ id: "sp-1" });
      expect(await store.read((tx) => tx.sentimentAlerts.findLatest("c-1", "T\0"))).toMatchObject({ reason: "ab" });
    });
  });
}
