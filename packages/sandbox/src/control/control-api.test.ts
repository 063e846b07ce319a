import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTestSandbox, type TestSandbox } from "../test-sandbox.ts";

let desk: TestSandbox;
beforeEach(async () => {
  desk = await startTestSandbox({ dialects: ["freshdesk", "zendesk"] });
});
afterEach(() => desk.close());

const zendesk = (path: string) =>
  desk.call("GET", `/zendesk/api/v2${path}`, undefined, {
    authorization: `Basic ${Buffer.from("agent@sandbox.example/token:sandbox").toString("base64")}`,
  });

const customer = {
  subject: "Cannot log in",
  body: "Please help",
  requester: { name: "Ada Sample", email: "ada@customer.example" },
};

describe("control API", () => {
  it("lets a customer write and reply, and shows the ticket with its truth and history", async () => {
    const created = await desk.control("POST", "/tickets", { ...customer, language: "en" });
    expect([created.status, created.json]).toEqual([201, { id: 13 }]);
    await desk.control("POST", "/tickets/13/act", { queue: "Billing", priority: "high", reply: "On it" });
    const replied = (await desk.control("POST", "/tickets/13/reply", { body: "Still waiting" })).json;
    expect(replied).toMatchObject({
      id: 13,
      subject: "Cannot log in",
      body: "Please help",
      queue: "Billing",
      priority: "high",
      status: "open",
      truth: { queue: null, priority: null, language: "en" },
    });
    expect(replied.messages.map((message: { actor: string }) => message.actor)).toEqual(["agent", "customer"]);
    const changes = replied.history.map(({ actor, field, from, to }: Record<string, unknown>) => [
      actor,
      field,
      from,
      to,
    ]);
    expect(changes.slice(0, 3)).toEqual([
      ["customer", "created", null, "Cannot log in"],
      ["agent", "queue", null, "Billing"],
      ["agent", "agent", null, replied.agent],
    ]);
  });

  it("opens a solved ticket again when the customer replies", async () => {
    await desk.control("POST", "/tickets/12/act", { status: "resolved" });
    expect((await desk.control("POST", "/tickets/12/reply", { body: "no" })).json.status).toBe("open");
  });

  it("tells who wrote what: the API's user shows as bot", async () => {
    await desk.freshdesk("PUT", "/tickets/12", { priority: 4 });
    const { history } = (await desk.control("GET", "/tickets/12")).json;
    expect(history.at(-1)).toMatchObject({ actor: "bot", field: "priority", from: null, to: "urgent" });
  });

  it("lists the newest first in pages, by status", async () => {
    const first = (await desk.control("GET", "/tickets?limit=5")).json;
    expect(first.items.map((ticket: { id: number }) => ticket.id)).toEqual([12, 11, 10, 9, 8]);
    const second = (await desk.control("GET", `/tickets?limit=20&cursor=${first.next_cursor}`)).json;
    expect(second.items.map((ticket: { id: number }) => ticket.id)).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(second.next_cursor).toBeNull();
    expect((await desk.control("GET", "/tickets?status=new")).json.items).toHaveLength(2);
  });

  it.each([
    ["POST", "/tickets", { subject: "x" }, /body: .*; requester: /],
    ["POST", "/tickets", { ...customer, queue: "Sales" }, /queue/],
    [
      "POST",
      "/tickets/12/act",
      { queue: "Nowhere" },
      /queue: Nowhere does not exist; choose Billing, Technical Support, Sales/,
    ],
    ["POST", "/tickets/12/act", { priority: "P1" }, /priority: /],
    ["POST", "/tickets/12/act", { agent: "nobody@sandbox.example" }, /agent: nobody@sandbox.example is nobody's/],
    ["POST", "/tickets/12/reply", "{", /not JSON/],
    ["POST", "/faults", { kind: "429" }, /either rate .* or next/],
    ["POST", "/faults", { kind: "earthquake", next: 1 }, /kind: /],
    [
      "PUT",
      "/webhooks",
      [{ dialect: "latin", url: "http://x.example/", secret: null, events: ["ticket-created"] }],
      /dialect: latin/,
    ],
    ["POST", "/arrivals", { per_second: 0, count: 1 }, /per_second: /],
  ])("answers %s %s %j with 400 and a reason", async (method, path, body, reason) => {
    const answer = await desk.control(method, path, body);
    expect(answer.status).toBe(400);
    expect(answer.json.error).toMatch(reason);
  });

  it("answers 404 for a ticket that is not there", async () => {
    expect((await desk.control("GET", "/tickets/99")).json).toEqual({ error: "there is no ticket 99" });
  });

  it("logs every API request, and only those, until the log is emptied", async () => {
    await desk.freshdesk("GET", "/tickets/12?include=stats");
    await desk.freshdesk("PUT", "/tickets/12", { priority: 9 });
    await desk.call("GET", "/freshdesk/api/v2/tickets");
    await desk.control("GET", "/tickets");
    const { items } = (await desk.control("GET", "/requests")).json;
    expect(items).toMatchObject([
      {
        seq: 1,
        dialect: "freshdesk",
        method: "GET",
        path: "/freshdesk/api/v2/tickets/12",
        query: "include=stats",
        status: 200,
        kind: "read",
      },
      { seq: 2, method: "PUT", body: { priority: 9 }, status: 400, kind: "write" },
      { seq: 3, status: 401, kind: "read" },
    ]);
    expect((await desk.control("GET", "/requests?kind=write")).json.items).toHaveLength(1);
    expect((await desk.control("DELETE", "/requests")).status).toBe(204);
    await desk.freshdesk("GET", "/groups");
    expect((await desk.control("GET", "/requests")).json.items).toMatchObject([{ seq: 4 }]);
  });
});

describe("what test suites ask of the control API", () => {
  it("a fault may be meant for writes only: readers do not use it up", async () => {
    await desk.control("POST", "/faults", { kind: "429", next: 1, only: "write" });
    expect((await desk.freshdesk("GET", "/tickets/1")).status).toBe(200);
    expect((await desk.freshdesk("PUT", "/tickets/1", { priority: 4 })).status).toBe(429);
    expect((await desk.freshdesk("PUT", "/tickets/1", { priority: 4 })).status).toBe(200);
  });

  it("a customer's mail may have an HTML part of its own, and be large", async () => {
    const html = `<p>${"a".repeat(2_000_000)}</p>`;
    const requester = "kim@customer.example";
    const { json } = await desk.control("POST", "/tickets", { subject: "x", body: "plain", html, requester });
    const read = await desk.freshdesk("GET", `/tickets/${json.id}`);
    expect(read.json.description).toBe(html);
    expect(read.json.description_text).toBe("plain");
  });

  it("a deleted ticket field is gone in every dialect, and a write to it is what the vendor makes of it", async () => {
    expect((await desk.control("DELETE", "/fields/product")).status).toBe(204);
    const { json: fields } = await desk.freshdesk("GET", "/ticket_fields");
    expect(fields.map((field: { name: string }) => field.name)).not.toContain("cf_product");
    const { json } = await zendesk("/ticket_fields");
    expect(json.ticket_fields.map((field: { title: string }) => field.title)).not.toContain("Product");
    const write = await desk.freshdesk("PUT", "/tickets/1", { custom_fields: { cf_product: "shop" } });
    expect(write).toMatchObject({ status: 400, json: { errors: [{ field: "cf_product", code: "invalid_field" }] } });
    const again = await desk.control("DELETE", "/fields/product");
    expect(again).toMatchObject({ status: 404, json: { error: expect.stringContaining("ai_category") } });
  });
});
