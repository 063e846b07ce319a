import { importCorrected } from "@otai/core/learning/import-corrected";
import { importHistory } from "@otai/core/learning/import-history";
import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import { NotFoundError } from "@otai/plugin-api/errors";
import type { Ticket } from "@otai/plugin-api/ticket";
import type { TicketQuery } from "@otai/plugin-api/ticket-query";
import { openSqliteStore } from "@otai/store/sqlite-store";
import type { OtaiStore } from "@otai/store/store-transaction";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createIds, systemClock } from "../app/surroundings.ts";

function ticket(id: string, change: Partial<Ticket> = {}): Ticket {
  return {
    ...{
      id,
      subject: `Voucher ${id}`,
      body: "It does not work.",
      queue: { id: "1", name: "Billing" },
      priority: "high",
    },
    ...{
      status: "solved",
      statusLabel: "Solved",
      type: null,
      tags: [],
      customFields: {},
      requester: null,
      assignee: null,
    },
    ...{ channel: "email", language: null, createdAt: 1, updatedAt: 1, solvedAt: null, version: "1", url: null },
    ...{ tombstone: null, mergedInto: null },
    ...change,
  };
}

let store: OtaiStore;
let desk: Ticket[];
let asked: TicketQuery[];
const labels = new Map<string, string>();

const connected = {
  uid: "cn-1",
  name: "desk",
  system: {
    read: {
      async *findTickets(query: TicketQuery) {
        asked.push(query);
        yield* desk.filter(({ updatedAt }) => updatedAt >= (query.updatedSince ?? 0));
      },
      async getTicket(id: string) {
        const found = desk.find((one) => one.id === id);
        if (found === undefined) throw new NotFoundError(`there is no ticket ${id}`);
        return found;
      },
    },
  },
} as unknown as ConnectedSystem;

beforeEach(async () => {
  asked = [];
  desk = [];
  store = await openSqliteStore({ path: ":memory:", ids: createIds(systemClock) });
});
afterEach(() => store.close());

async function examples() {
  const { items } = await store.read((tx) => tx.learning.listExamples("cn-1", 100, null));
  return Object.fromEntries(items.map((item) => [item.ticketId, item.labels]));
}

describe("F05: reading the history again", () => {
  it("only what changed since is asked for; the last queue at solving counts", async () => {
    desk = [ticket("1"), ticket("2")];
    await importHistory(connected, { store, limit: 100, labels });
    desk = [ticket("1"), ticket("2", { updatedAt: 50, queue: { id: "2", name: "Returns" } })];
    expect(await importHistory(connected, { store, limit: 100, labels, since: 40 })).toMatchObject({
      read: 1,
      kept: 1,
    });
    expect(asked.map(({ updatedSince }) => updatedSince)).toEqual([undefined, 40]);
    expect(await examples()).toEqual({
      1: { queue: "Billing", priority: "high" },
      2: { queue: "Returns", priority: "high" },
    });
  });

  it("U12: a ticket that was merged or marked as spam since teaches nothing any more", async () => {
    desk = [ticket("1"), ticket("2"), ticket("3")];
    await importHistory(connected, { store, limit: 100, labels });
    desk = [
      ticket("1", { tombstone: "merged" }),
      ticket("2", { tombstone: "spam" }),
      ticket("3", { tombstone: "closed" }),
    ];
    await importHistory(connected, { store, limit: 100, labels });
    expect(Object.keys(await examples())).toEqual(["3"]);
  });

  it("a corrected ticket is read although it is open; where it lies is no label yet", async () => {
    desk = [ticket("1"), ticket("2", { status: "open" }), ticket("3", { status: "open", tombstone: "spam" })];
    await importHistory(connected, { store, limit: 100, labels: labels, since: 0 });
    await store.write((tx) => tx.learning.removeExamples("cn-1", ["2", "3"]));
    expect(await importCorrected(connected, { store, labels, ticketIds: ["1", "2", "3", "404"] })).toBe(1);
    expect(await examples()).toEqual({ 1: { queue: "Billing", priority: "high" }, 2: {} });
  });
});
