import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTestSandbox, type TestSandbox } from "../test-sandbox.ts";

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startTestSandbox({ dialects: ["freshdesk", "zendesk"] });
});
afterEach(() => sandbox.close());

const customer = {
  subject: "Cannot log in",
  body: "Please help",
  requester: { name: "Ada Sample", email: "ada@customer.example" },
};

describe("control API", () => {
  it("lets a customer write and reply, and shows the ticket with its truth and history", async () => {
    const created = await sandbox.control("POST", "/tickets", { ...customer, language: "en" });
    expect([created.status, created.json]).toEqual([201, { id: 13 }]);
    await sandbox.control("POST", "/tickets/13/act", { queue: "Billing", priority: "high", reply: "On it" });
    const replied = (await sandbox.control("POST", "/tickets/13/reply", { body: "Still waiting" })).json;
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
    await sandbox.control("POST", "/tickets/12/act", { status: "resolved" });
    expect((await sandbox.control("POST", "/tickets/12/reply", { body: "no" })).json.status).toBe("open");
  });

  it("tells who wrote what: the API's user shows as bot", async () => {
    await sandbox.freshdesk("PUT", "/tickets/12", { priority: 4 });
    const { history } = (await sandbox.control("GET", "/tickets/12")).json;
    expect(history.at(-1)).toMatchObject({ actor: "bot", field: "priority", from: null, to: "urgent" });
  });

  it("lists the newest first in pages, by status", async () => {
    const first = (await sandbox.control("GET", "/tickets?limit=5")).json;
    expect(first.items.map((ticket: { id: number }) => ticket.id)).toEqual([12, 11, 10, 9, 8]);
    const second = (await sandbox.control("GET", `/tickets?limit=20&cursor=${first.next_cursor}`)).json;
    expect(second.items.map((ticket: { id: number }) => ticket.id)).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(second.next_cursor).toBeNull();
    expect((await sandbox.control("GET", "/tickets?status=new")).json.items).toHaveLength(2);
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
    const answer = await sandbox.control(method, path, body);
    expect(answer.status).toBe(400);
    expect(answer.json.error).toMatch(reason);
  });

  it("answers 404 for a ticket that is not there", async () => {
    expect((await sandbox.control("GET", "/tickets/99")).json).toEqual({ error: "there is no ticket 99" });
  });

  it("logs every API request, and only those, until the log is emptied", async () => {
    await sandbox.freshdesk("GET", "/tickets/12?include=stats");
    await sandbox.freshdesk("PUT", "/tickets/12", { priority: 9 });
    await sandbox.call("GET", "/freshdesk/api/v2/tickets");
    await sandbox.control("GET", "/tickets");
    const { items } = (await sandbox.control("GET", "/requests")).json;
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
    expect((await sandbox.control("GET", "/requests?kind=write")).json.items).toHaveLength(1);
    expect((await sandbox.control("DELETE", "/requests")).status).toBe(204);
    await sandbox.freshdesk("GET", "/groups");
    expect((await sandbox.control("GET", "/requests")).json.items).toMatchObject([{ seq: 4 }]);
  });
});
