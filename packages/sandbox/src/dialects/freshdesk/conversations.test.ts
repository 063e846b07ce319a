import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestDesk, type TestDesk } from "./test-desk.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => desk.close());

describe("Freshdesk conversations", () => {
  it("FD-5: the first message is the description and not among the conversations", async () => {
    const id = await desk.newTicket();
    expect((await desk.freshdesk("GET", `/tickets/${id}/conversations`)).json).toEqual([]);
  });

  it("makes notes private unless told otherwise, and replies public", async () => {
    const id = await desk.newTicket();
    const note = await desk.freshdesk("POST", `/tickets/${id}/notes`, { body: "<b>AI &amp; you</b>" });
    expect([note.status, note.json.private, note.json.body_text]).toEqual([201, true, "AI & you"]);
    expect((await desk.freshdesk("POST", `/tickets/${id}/notes`, { body: "x", private: false })).json.private).toBe(
      false,
    );
    const reply = await desk.freshdesk("POST", `/tickets/${id}/reply`, { body: "Hello" });
    expect([reply.status, reply.json.private, reply.json.source]).toEqual([201, false, 0]);
    const wrong = await desk.freshdesk("POST", `/tickets/${id}/notes`, { body: "x", public: false });
    expect(wrong.json.errors).toMatchObject([{ field: "public", code: "invalid_field" }]);
    expect((await desk.freshdesk("POST", `/tickets/${id}/notes`, { private: true })).json.errors[0].code).toBe(
      "missing_field",
    );
  });

  it("FD-4: flags mislead as in recorded accounts", async () => {
    const id = await desk.newTicket();
    await desk.control("POST", `/tickets/${id}/reply`, { body: "Still broken" });
    await desk.control("POST", `/tickets/${id}/act`, { reply: "We look into it" });
    for (let index = 0; index < 5; index++) await desk.control("POST", `/tickets/${id}/act`, { note: `note ${index}` });
    const ticket = (await desk.freshdesk("GET", `/tickets/${id}`)).json;
    const [customer, agent, ...notes] = (await desk.freshdesk("GET", `/tickets/${id}/conversations`)).json;
    expect(customer).toMatchObject({ incoming: false, source: 0, private: false, user_id: ticket.requester_id });
    expect(agent).toMatchObject({ incoming: false, source: 0, private: false });
    expect(agent.user_id).not.toBe(ticket.requester_id);
    // Among five private notes one carries the source of a reply.
    expect(notes.map((note: { source: number }) => note.source).sort()).toEqual([0, 2, 2, 2, 2]);
    expect(notes.every((note: { private: boolean }) => note.private)).toBe(true);
  });

  it("shows a survey answer as an incoming row without text", async () => {
    const rows = (await desk.freshdesk("GET", "/tickets/783/conversations")).json;
    expect(rows.at(-1)).toMatchObject({ incoming: true, source: 6, body_text: "", private: false });
  });

  it("FD-18: embeds ten of 45 conversations, all pages have them all", async () => {
    const id = await desk.newTicket();
    for (let index = 0; index < 45; index++) await desk.control("POST", `/tickets/${id}/reply`, { body: `m${index}` });
    const embedded = (await desk.freshdesk("GET", `/tickets/${id}?include=conversations`)).json.conversations;
    expect(embedded.map((row: { body_text: string }) => row.body_text)).toEqual(
      Array.from({ length: 10 }, (_, i) => `m${i}`),
    );
    const first = await desk.freshdesk("GET", `/tickets/${id}/conversations`);
    expect([first.json.length, first.headers.get("link")]).toEqual([30, expect.stringContaining("page=2")]);
    const second = await desk.freshdesk("GET", `/tickets/${id}/conversations?page=2`);
    expect([second.json.length, second.headers.get("link")]).toEqual([15, null]);
  });
});
