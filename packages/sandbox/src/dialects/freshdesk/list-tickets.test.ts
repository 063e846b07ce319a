import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestDesk, type TestDesk } from "./test-desk.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => desk.close());

describe("Freshdesk ticket list", () => {
  it("holds only tickets created in the last 30 days unless updated_since is given", async () => {
    const recent = await desk.freshdesk("GET", "/tickets?per_page=100&page=2");
    expect(recent.json).toHaveLength(20);
    const all = await desk.freshdesk("GET", "/tickets?updated_since=2025-01-01T00:00:00Z&per_page=100&page=8");
    expect(all.json.length).toBeGreaterThan(50);
  });

  it("has 30 per page, at most 100, and says by Link that there is more", async () => {
    const first = await desk.freshdesk("GET", "/tickets");
    expect(first.json).toHaveLength(30);
    const next = /^<(.+)>; rel="next"$/.exec(first.headers.get("link")!)![1]!;
    expect(next.startsWith(`${desk.url}/freshdesk/api/v2/tickets?`)).toBe(true);
    const last = await desk.freshdesk("GET", "/tickets?page=4");
    expect([last.json.length, last.headers.get("link")]).toEqual([30, null]);
    const tooMany = await desk.freshdesk("GET", "/tickets?per_page=101");
    expect([tooMany.status, tooMany.json.errors[0].field]).toEqual([400, "per_page"]);
  });

  it("FD-7: refuses pages beyond 300", async () => {
    const beyond = await desk.freshdesk("GET", "/tickets?updated_since=2025-01-01T00:00:00Z&page=301");
    expect([beyond.status, beyond.json.errors[0].message]).toEqual([
      400,
      "cannot access tickets beyond the 300th page",
    ]);
  });

  it("FD-6: has no description without include, and embeds what is asked for", async () => {
    const plain = (await desk.freshdesk("GET", "/tickets?per_page=1")).json[0];
    expect(Object.keys(plain)).not.toContain("description");
    const rich = (await desk.freshdesk("GET", "/tickets?per_page=1&include=description,requester,stats")).json[0];
    expect(rich.description_text).toContain("I have a question");
    expect(rich.requester.email).toMatch(/@customer\.example$/);
    expect(rich.stats.resolved_at).toBeNull();
  });

  it("gives the changes since a moment in order of change", async () => {
    const start = desk.clock.now;
    const id = await desk.newTicket();
    desk.clock.now += 60_000;
    await desk.freshdesk("PUT", "/tickets/798", { priority: 4 });
    const since = new Date(desk.clock.now - 30_000).toISOString();
    const feed = await desk.freshdesk("GET", `/tickets?updated_since=${since}&order_by=updated_at&order_type=asc`);
    expect(feed.json.map((ticket: { id: number }) => ticket.id)).toEqual([798]);
    const both = await desk.freshdesk(
      "GET",
      `/tickets?updated_since=${new Date(start).toISOString()}&order_by=updated_at&order_type=asc`,
    );
    expect(both.json.map((ticket: { id: number }) => ticket.id)).toEqual([id, 798]);
  });

  it.each([
    ["surprise=1", "surprise"],
    ["order_by=subject", "order_by"],
    ["filter=mine", "filter"],
    ["updated_since=yesterday", "updated_since"],
    ["include=secrets", "include"],
    ["page=0", "page"],
  ])("refuses ?%s by name", async (query, field) => {
    const answer = await desk.freshdesk("GET", `/tickets?${query}`);
    expect([answer.status, answer.json.errors[0].field]).toEqual([400, field]);
  });

  it("leaves out spam and deleted tickets, shows them by filter, and refuses every update with 405 (FD-17)", async () => {
    const id = await desk.newTicket();
    await desk.control("POST", `/tickets/${id}/act`, { spam: true });
    const ids = async (query: string) =>
      (await desk.freshdesk("GET", `/tickets?${query}`)).json.map((t: { id: number }) => t.id);
    expect(await ids("per_page=100")).not.toContain(id);
    expect(await ids("filter=spam")).toEqual([id]);
    expect((await desk.freshdesk("PUT", `/tickets/${id}`, { priority: 2 })).status).toBe(405);
    expect((await desk.freshdesk("POST", `/tickets/${id}/notes`, { body: "x" })).status).toBe(405);
    await desk.control("POST", `/tickets/${id}/act`, { spam: false, deleted: true });
    expect(await ids("filter=deleted")).toEqual([id]);
    expect((await desk.freshdesk("GET", `/tickets/${id}`)).json.deleted).toBe(true);
    expect((await desk.freshdesk("PUT", `/tickets/${id}`, { priority: 2 })).status).toBe(405);
  });

  it("FD-16: closed tickets untouched for 120 days are found under /tickets/archived only", async () => {
    const old = 50;
    expect((await desk.freshdesk("GET", `/tickets/${old}`)).status).toBe(404);
    expect((await desk.freshdesk("GET", `/tickets/archived/${old}`)).json.status).toBe(5);
    expect((await desk.freshdesk("GET", `/tickets/archived/${old}/conversations`)).json).toHaveLength(3);
    expect((await desk.freshdesk("GET", "/tickets/archived/799")).status).toBe(404);
    // Closed too, but with a ticket every six hours only 112 days ago.
    const young = 350;
    expect((await desk.freshdesk("GET", `/tickets/${young}`)).json.status).toBe(5);
  });
});
