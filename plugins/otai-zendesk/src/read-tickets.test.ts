import type { WireExchange } from "@otai/plugin-kit/testing/wire-server";
import { afterEach, describe, expect, test } from "vitest";
import { changed, fixture, openWireAccount, people, type WireAccount } from "./testing/wire-account.ts";

const accounts: WireAccount[] = [];
afterEach(async () => {
  for (const account of accounts.splice(0)) await account.close();
});

async function open(...exchanges: readonly WireExchange[]): Promise<WireAccount> {
  const account = await openWireAccount(...exchanges);
  accounts.push(account);
  return account;
}

describe("a ticket", () => {
  test("has the names of its group and requester, which are looked up once", async () => {
    const account = await open(fixture("ticket-read-drop-down-tags"), fixture("groups"), people(3001));
    const ticket = await account.system.read.getTicket("5158");
    expect(ticket.queue).toEqual({ id: "11", name: "Support" });
    expect(ticket.requester).toEqual({ id: "3001", name: "Person 3001", email: "person-3001@customer.example" });
    await account.system.read.getTicket("5158");
    expect(account.server.requests.map(({ path }) => path)).toEqual([
      "/api/v2/tickets/5158.json",
      "/api/v2/groups.json",
      "/api/v2/users/show_many.json",
      "/api/v2/tickets/5158.json",
    ]);
    expect(account.server.unexpected).toEqual([]);
  });

  test("a group that was deleted keeps its name on old tickets, and one that is gone shows its number", async () => {
    const { ticket } = fixture("ticket-read-drop-down-tags").response.body as { ticket: object };
    for (const [group, name] of [
      [13, "Old desk"],
      [99, "99"],
    ] as const) {
      const body = { ticket: { ...ticket, group_id: group } };
      const account = await open(
        changed("ticket-read-drop-down-tags", { response: { body } }),
        fixture("groups"),
        people(3001),
      );
      expect((await account.system.read.getTicket("5158")).queue).toEqual({ id: String(group), name });
    }
  });

  test("an id that is no number cannot leave its place in the path", async () => {
    const account = await open();
    await expect(account.system.read.getTicket("../users/1")).rejects.toThrow();
    expect(account.server.requests[0]?.path).toBe("/api/v2/tickets/..%2Fusers%2F1.json");
  });

  test("D13 an answer without what we need is an UnexpectedAnswerError that names it", async () => {
    const account = await open(changed("ticket-read-drop-down-tags", { response: { body: { ticket: { id: 1 } } } }));
    await expect(account.system.read.getTicket("5158")).rejects.toMatchObject({
      code: "unexpected-answer",
      message: expect.stringContaining("ticket.created_at"),
    });
  });
});

describe("the conversation", () => {
  test("ZD-20 roles come from the users: -1 is the system, not a customer; all pages are read, oldest first", async () => {
    const account = await open(fixture("comments-page-1"), fixture("comments-page-2"));
    const messages = await account.system.read.getConversation!("5158");
    expect(messages.map(({ id, role, private: hidden, automated }) => [id, role, hidden, automated])).toEqual([
      ["80001", "customer", false, false],
      ["80003", "system", false, true],
      ["80005", "agent", true, false],
      ["80007", "agent", false, false],
      ["80009", "customer", false, false],
      ["80011", "customer", false, false],
    ]);
    expect(messages[0]).toMatchObject({ authorName: "Mara Example", authorId: "3001" });
    expect(messages[1]).toMatchObject({ authorName: null, authorId: null });
    expect(messages[0]!.body).not.toContain("<");
    expect(account.server.unexpected).toEqual([]);
  });

  test("a comment whose visibility is not told counts as private", async () => {
    const comment = { id: 1, author_id: 3001, body: "x", created_at: "2026-11-01T08:00:00Z" };
    const account = await open(changed("comments-page-1", { response: { body: { comments: [comment] } } }));
    const [message] = await account.system.read.getConversation!("5158");
    expect(message).toMatchObject({ private: true, role: "system" });
  });

  test("D34 a list that sends us round in a circle is an error, not an endless loop", async () => {
    const body = { comments: [], users: [], meta: { has_more: true, after_cursor: "same" } };
    const first = changed("comments-page-1", { response: { body } });
    const query = { ...first.request.query, "page[after]": "same" };
    const account = await open(first, { ...first, request: { ...first.request, query } });
    await expect(account.system.read.getConversation!("5158")).rejects.toMatchObject({ code: "unexpected-answer" });
  });
});

describe("the installation", () => {
  test("queues are the groups that are not deleted", async () => {
    const account = await open(fixture("groups"));
    expect(await account.system.read.listQueues!()).toEqual([
      { id: "11", name: "Support" },
      { id: "12", name: "Billing" },
    ]);
  });

  test("D07 fields are keyed by number, choices have value and label, what is inactive is left out", async () => {
    const account = await open(fixture("ticket-fields"));
    const fields = await account.system.read.listFields!();
    expect(fields.map(({ key, kind }) => [key, kind])).toEqual([
      ["type", "choice"],
      ["status", "choice"],
      ["priority", "choice"],
      ["custom_fields.111", "choice"],
      ["custom_fields.112", "choice"],
      ["custom_fields.113", "text"],
      ["custom_fields.114", "checkbox"],
    ]);
    expect(fields.find(({ key }) => key === "custom_fields.111")).toMatchObject({
      label: "AI Category",
      choices: [
        { value: "ai_category_billing", label: "Billing" },
        { value: "ai_category_shipping", label: "Shipping" },
      ],
    });
  });

  test("priorities are Zendesk's four words; medium is called normal", async () => {
    const account = await open();
    expect((await account.system.read.listPriorities!()).map(({ id, priority }) => [id, priority])).toEqual([
      ["low", "low"],
      ["normal", "normal"],
      ["high", "high"],
      ["urgent", "urgent"],
    ]);
  });
});
