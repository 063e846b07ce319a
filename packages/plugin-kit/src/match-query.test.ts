import type { Ticket } from "@otai/plugin-api/ticket";
import type { TicketQuery } from "@otai/plugin-api/ticket-query";
import { expect, test } from "vitest";
import { matchesQuery } from "./match-query.ts";

const ticket: Ticket = {
  id: "7",
  subject: "",
  body: "",
  queue: { id: "12", name: "Billing" },
  priority: null,
  status: "open",
  statusLabel: "Open",
  type: null,
  tags: ["VIP"],
  customFields: {},
  requester: { id: "501", name: "Rosa Beispiel", email: null },
  assignee: null,
  channel: "email",
  language: null,
  createdAt: 1_000,
  updatedAt: 2_000,
  solvedAt: null,
  version: "v1",
  url: null,
  tombstone: null,
  mergedInto: null,
};

test.each<[TicketQuery, boolean]>([
  [{}, true],
  [{ statuses: ["open", "new"] }, true],
  [{ statuses: ["solved"] }, false],
  [{ statuses: [] }, false],
  [{ queueId: "12" }, true],
  [{ queueId: "13" }, false],
  [{ requesterId: "501" }, true],
  [{ requesterId: "502" }, false],
  [{ tag: "vip" }, true],
  [{ tag: "vi" }, false],
  [{ createdSince: 1_000 }, true],
  [{ createdSince: 1_001 }, false],
  [{ updatedSince: 2_000 }, true],
  [{ updatedSince: 2_001 }, false],
  [{ statuses: ["open"], queueId: "12", tag: "VIP", createdSince: 1_001 }, false],
  [{ order: "oldest", limit: 1 }, true],
])("%j: %s", (query, expected) => {
  expect(matchesQuery(ticket, query)).toBe(expected);
});

test("a ticket without queue and requester is in none", () => {
  const bare = { ...ticket, queue: null, requester: null };
  expect([matchesQuery(bare, { queueId: "12" }), matchesQuery(bare, { requesterId: "501" })]).toEqual([false, false]);
});
