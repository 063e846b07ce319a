import type { Ticket } from "@otai/plugin-api/ticket";
import type { TicketQuery } from "@otai/plugin-api/ticket-query";
import type { WireExchange } from "@otai/plugin-kit/testing/wire-server";
import { afterEach, describe, expect, test } from "vitest";
import { exchange, fixture, openWireAccount, people, type WireAccount } from "./testing/wire-account.ts";

// The test context's clock: 2026-11-01T09:00:00Z.
const now = Date.UTC(2026, 10, 1, 9);
const day = 86_400_000;
const iso = (instant: number) => new Date(instant).toISOString().replace(".000", "");
let account: WireAccount;
afterEach(() => account.close());

function ticket(id: number, updated: number, more: object = {}) {
  return {
    id,
    subject: `Ticket ${id}`,
    status: "open",
    requester_id: null,
    tags: [],
    created_at: iso(updated - 1000),
    updated_at: iso(updated),
    generated_timestamp: updated / 1000,
    ...more,
  };
}

function exported(
  from: { start: number } | { cursor: string },
  tickets: unknown[],
  after: string | null,
): WireExchange {
  const query = "start" in from ? { start_time: from.start / 1000 } : from;
  const page = { tickets, after_cursor: after ?? "end", end_of_stream: after === null };
  return exchange("GET", "/incremental/tickets/cursor.json", page, { ...query, per_page: 1000 });
}

async function find(query: TicketQuery): Promise<string[]> {
  const found: Ticket[] = [];
  for await (const one of account.system.read.findTickets(query)) found.push(one);
  return found.map(({ id }) => id);
}

describe("history, newest first", () => {
  test("ZD-16 is read from the export in spans from now backwards, never through /search", async () => {
    account = await openWireAccount(
      exported({ start: now - day }, [ticket(1, now - 5000), ticket(2, now - 4000)], "next"),
      exported({ cursor: "next" }, [ticket(1, now - 3000), ticket(3, now - 2000, { status: "deleted" })], null),
      exported(
        { start: now - 17 * day },
        [ticket(4, now - 10 * day), ticket(5, now - 2 * day), ticket(2, now - 4000)],
        "more",
      ),
    );
    expect(await find({ updatedSince: now - 17 * day })).toEqual(["1", "2", "5", "4"]);
    expect(account.server.unexpected).toEqual([]);
    expect(account.server.requests.filter(({ path }) => path.includes("/search"))).toEqual([]);
  });

  test("the limit ends the reading", async () => {
    const many = Array.from({ length: 150 }, (_, index) => ticket(index + 1, now - 200_000 + index * 1000));
    account = await openWireAccount(exported({ start: now - day }, many, null));
    expect(await find({ limit: 120 })).toEqual(Array.from({ length: 120 }, (_, index) => String(150 - index)));
    expect(await find({ limit: 0 })).toEqual([]);
    expect(account.server.requests).toHaveLength(1);
  });

  test("a quiet account is read to its beginning in five calls", async () => {
    const empty = { tickets: [], after_cursor: null, end_of_stream: true };
    const starts = [1, 17, 273, 4369].map((days) => now - days * day);
    account = await openWireAccount(
      ...[...starts, Date.UTC(2007, 0, 1)].map((start) =>
        exchange("GET", "/incremental/tickets/cursor.json", empty, { start_time: start / 1000, per_page: 1000 }),
      ),
    );
    expect(await account.system.read.findFirstTicket({})).toBeNull();
    expect(account.server.unexpected).toEqual([]);
    expect(account.server.requests).toHaveLength(5);
  });

  test("what the export cannot be asked for is filtered", async () => {
    account = await openWireAccount(
      exported(
        { start: now - day },
        [ticket(1, now - 5000, { status: "hold" }), ticket(2, now - 4000), ticket(3, now - 3000, { status: "solved" })],
        null,
      ),
    );
    expect(await find({ statuses: ["pending", "solved"], createdSince: now - day })).toEqual(["3", "1"]);
  });
});

describe("catching up, oldest first", () => {
  test("is the export as it comes, each ticket once", async () => {
    account = await openWireAccount(
      exported({ start: now - day }, [ticket(1, now - 9000), ticket(2, now - 8000)], "next"),
      exported({ cursor: "next" }, [ticket(2, now - 8000), ticket(3, now - 7000)], null),
    );
    expect(await find({ order: "oldest", updatedSince: now - day })).toEqual(["1", "2", "3"]);
  });

  test("requesters of a page are looked up a hundred at a time", async () => {
    const many = Array.from({ length: 130 }, (_, index) =>
      ticket(index + 1, now - 200_000 + index * 1000, { requester_id: 3000 + index }),
    );
    const ids = many.map((_, index) => 3000 + index);
    account = await openWireAccount(
      exported({ start: now - day }, many, null),
      people(...ids.slice(0, 100)),
      people(...ids.slice(100)),
    );
    expect(await find({ order: "oldest", updatedSince: now - day })).toHaveLength(130);
    expect(account.server.unexpected).toEqual([]);
  });
});

describe("few among many", () => {
  const query = { requesterId: "3001", statuses: ["open", "pending"] as const, updatedSince: now - day };

  test("ZD-16 are found by /search/export, page after page, without `type:` in the query", async () => {
    const words = `status:open status:pending status:hold requester:3001 updated>=${iso(now - day)}`;
    const asked = { query: words, "filter[type]": "ticket", "page[size]": "100" };
    const cursor = (fixture("search-export-page-1").response.body as { meta: { after_cursor: string } }).meta
      .after_cursor;
    const page = (name: string, more: object): WireExchange => ({
      request: { ...fixture(name).request, query: { ...asked, ...more } },
      response: fixture(name).response,
    });
    account = await openWireAccount(
      page("search-export-page-1", {}),
      page("search-export-page-2", { "page[after]": cursor }),
      fixture("groups"),
      people(3001),
    );
    expect(await find(query)).toEqual(["28", "27", "26"]);
    expect(account.server.unexpected).toEqual([]);
  });
});
