import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { basic, EPOCH, openAccount, type TestAccount } from "./test-account.ts";

let account: TestAccount;
const ids: number[] = [];
beforeAll(async () => {
  account = await openAccount();
  for (let index = 0; index < 250; index++) {
    account.clock.now = EPOCH + index * 500;
    ids.push(
      account.ticket({
        subject: index % 2 === 0 ? "Invoice" : "Password",
        fields: { status: index % 5 === 0 ? "solved" : "open" },
      }),
    );
  }
  account.clock.now += 3_600_000;
});
afterAll(() => account.close());

const idsOf = (records: { id: number }[]) => records.map((record) => record.id);

describe("lists", () => {
  it("cursor paging gives every ticket once, by the links too", async () => {
    const seen: number[] = [];
    let path: string | null = "/tickets.json?page%5Bsize%5D=100";
    while (path !== null) {
      const { body }: Awaited<ReturnType<TestAccount["call"]>> = await account.call("GET", path);
      seen.push(...idsOf(body.tickets));
      path = body.links.next === null ? null : body.links.next.split("/zendesk/api/v2")[1];
      expect(body.meta.has_more).toBe(path !== null);
    }
    expect(seen).toEqual(ids);
  });

  it("offset paging counts all and caps a page at 100", async () => {
    const { body } = await account.call("GET", "/tickets.json?per_page=500&page=2");
    expect(idsOf(body.tickets)).toEqual(ids.slice(100, 200));
    expect(body).toMatchObject({ count: 250 });
    expect(body.next_page).toContain("page=3");
    expect(body.previous_page).toContain("page=1");
  });

  it.each(["page=101&per_page=100", "page[size]=101", "page=0", "page[after]=bm9uZQ%3D%3D"])(
    "refuses %s with 400",
    async (query) => {
      const answer = await account.call("GET", `/tickets.json?${query}`);
      expect([answer.status, typeof answer.body.error]).toEqual([400, "string"]);
    },
  );
});

describe("search", () => {
  const search = (query: string, more = "") =>
    account.call("GET", `/search.json?query=${encodeURIComponent(query)}${more}`);

  it("filters by status, words and time, sorted as asked", async () => {
    const { body } = await search("type:ticket status<solved Invoice", "&sort_by=updated_at&sort_order=asc&per_page=3");
    expect(idsOf(body.results)).toEqual([ids[2], ids[4], ids[6]]);
    expect(body.results[0].result_type).toBe("ticket");
    const recent = await search(`type:ticket updated>${new Date(EPOCH + 100_000).toISOString()}`);
    expect(recent.body.count).toBe(49);
    const nothing = await search('type:ticket subject:"no such subject"');
    expect(nothing.body).toEqual({ results: [], facets: null, next_page: null, previous_page: null, count: 0 });
  });

  it("ZD-16: more than 1,000 results cannot be reached", async () => {
    expect((await search("type:ticket", "&page=10&per_page=100")).status).toBe(200);
    expect((await search("type:ticket", "&page=11&per_page=100")).status).toBe(422);
  });

  it("counts without listing", async () => {
    const { body } = await account.call("GET", "/search/count.json?query=status:solved");
    expect(body).toEqual({ count: 50 });
  });

  it("ZD-16: the export goes to the end by cursor, oldest first, and refuses type: in its query", async () => {
    const seen: number[] = [];
    let after = "";
    for (;;) {
      const { body } = await account.call(
        "GET",
        `/search/export.json?query=status%3Asolved&filter[type]=ticket&page[size]=20${after}`,
      );
      seen.push(...idsOf(body.results));
      if (!body.meta.has_more) break;
      after = `&page[after]=${encodeURIComponent(body.meta.after_cursor)}`;
    }
    expect(seen).toEqual(ids.filter((_, index) => index % 5 === 0));
    expect((await account.call("GET", "/search/export.json?query=type%3Aticket&filter[type]=ticket")).status).toBe(422);
  });
});

describe("incremental export", () => {
  const changes = (query: string) => account.call("GET", `/incremental/tickets/cursor.json?${query}`);

  it("ZD-14: the cursor chain reaches every ticket; repeated ones are unchanged; it ends with end_of_stream", async () => {
    const seen: { id: number; updated_at: string }[] = [];
    let query = `start_time=${EPOCH / 1000}&per_page=7`;
    for (;;) {
      const { body } = await changes(query);
      expect(body.tickets.length).toBeLessThanOrEqual(7);
      seen.push(...body.tickets);
      if (body.end_of_stream) break;
      expect(Buffer.from(body.after_cursor, "base64").toString()).toMatch(/^\d+\.0\|\|\d+\|$/);
      query = `cursor=${encodeURIComponent(body.after_cursor)}&per_page=7`;
    }
    expect(new Set(idsOf(seen))).toEqual(new Set(ids));
    expect(seen.length).toBeGreaterThan(ids.length);
    expect(new Set(seen.map((ticket) => `${ticket.id} ${ticket.updated_at}`)).size).toBe(ids.length);
  });

  it("ZD-14: shows a deleted ticket with status deleted, and nothing twice once all was read", async () => {
    const start = (await changes(`start_time=${EPOCH / 1000}`)).body;
    expect(start.end_of_stream).toBe(true);
    const cursor = encodeURIComponent(start.after_cursor);
    expect((await changes(`cursor=${cursor}`)).body).toMatchObject({
      tickets: [],
      end_of_stream: true,
      after_cursor: start.after_cursor,
    });
    account.desk.changeTicket(null, ids[3]!, { deleted: true });
    account.clock.now += 120_000;
    const { body } = await changes(`cursor=${cursor}`);
    expect(body.tickets.find((ticket: { id: number }) => ticket.id === ids[3]).status).toBe("deleted");
  });

  it("leaves the last minute out and refuses a start within it", async () => {
    const id = account.ticket();
    const start = Math.floor(account.clock.now / 1000);
    expect((await changes(`start_time=${start}`)).status).toBe(400);
    expect(idsOf((await changes(`start_time=${start - 61}`)).body.tickets)).not.toContain(id);
    account.clock.now += 62_000;
    expect(idsOf((await changes(`start_time=${start}`)).body.tickets)).toContain(id);
  });

  it("a change can never slip in behind a cursor, whatever the milliseconds", async () => {
    const scaled = await openAccount({ timeScale: 0.001 });
    try {
      const seen = new Set<number>();
      const made: number[] = [];
      let query = `start_time=${EPOCH / 1000 - 10}`;
      for (let step = 0; step < 40; step++) {
        scaled.clock.now = EPOCH + step * 230;
        made.push(scaled.ticket());
        const { body } = await scaled.call("GET", `/incremental/tickets/cursor.json?${query}&per_page=2`);
        for (const ticket of body.tickets) seen.add(ticket.id);
        if (body.after_cursor !== null) query = `cursor=${encodeURIComponent(body.after_cursor)}`;
      }
      scaled.clock.now += 5_000;
      for (const ticket of (await scaled.call("GET", `/incremental/tickets/cursor.json?${query}`)).body.tickets)
        seen.add(ticket.id);
      expect([...seen].sort((a, b) => a - b)).toEqual(made);
    } finally {
      await scaled.close();
    }
  });

  it("ZD-7: is for admins; the error is an object", async () => {
    const answer = await account.call("GET", "/incremental/tickets/cursor.json?start_time=0", undefined, {
      authorization: basic("ada.brenner@sandbox.example/token:sandbox"),
    });
    expect(answer.status).toBe(403);
    expect(answer.body.error).toMatchObject({ title: "Forbidden" });
  });

  it("refuses a cursor that was tampered with", async () => {
    expect((await changes("cursor=MTY5NTA1MjY2My4wfHwyOHw")).status).toBe(400);
    expect((await changes("cursor=nonsense")).status).toBe(400);
  });
});
