import type { Note } from "@otai/plugin-api/message";
import type { TicketUpdate } from "@otai/plugin-api/ticket-update";
import type { WireExchange } from "@otai/plugin-kit/testing/wire-server";
import { afterEach, describe, expect, test } from "vitest";
import { changed, exchange, fixture, openWireAccount, people, type WireAccount } from "./testing/wire-account.ts";

const expectedVersion = "2026-11-01T09:00:00Z";
const billing = { id: "12", name: "Billing" };
const triage: TicketUpdate = {
  priority: "high",
  queue: billing,
  customFields: { ai_category: "billing", "112": "ai_urgency_high", "custom_fields.113": 0.93 },
  expectedVersion,
};
const note: Note = {
  html: "<strong>AI Draft Response</strong> (confidence: 82%)<br><br>Hello Mara<br><br><em>Copy and edit this draft before sending.</em><br>ai-note draft d-abc123",
  text: "AI Draft Response …",
  marker: "ai-note draft d-abc123",
};
const settings = [fixture("ticket-fields"), fixture("groups"), people(3001)];

let account: WireAccount;
afterEach(() => account.close());

async function update(what: TicketUpdate, ...exchanges: WireExchange[]) {
  account = await openWireAccount(...settings, ...exchanges);
  return account.system.write.updateTicket("5158", what);
}

/** Ticket 5158 as it is read, with some keys changed. */
function ticketNow(more: object): WireExchange {
  const { ticket } = fixture("ticket-read-drop-down-tags").response.body as { ticket: object };
  return changed("ticket-read-drop-down-tags", { response: { body: { ticket: { ...ticket, ...more } } } });
}

/** The PUT of ticket 5158, whatever its body, refused with `details`. */
function refusedWith(details: object): WireExchange {
  const body = { error: "RecordInvalid", description: "Record validation errors", details };
  return changed("write-closed-ticket", {
    request: { path: "/api/v2/tickets/5158.json", body: undefined },
    response: { body },
  });
}

describe("the combined write", () => {
  test("fields and custom fields, found by title and by number, go as the reference has them", async () => {
    const { ticket, refused } = await update(triage, fixture("triage-write"));
    expect(account.server.unexpected).toEqual([]);
    expect(refused).toEqual([]);
    expect(ticket).toMatchObject({
      priority: "high",
      queue: billing,
      version: expect.stringMatching(/^2026-11-01T09:00:07Z \S{8}$/),
    });
    expect(ticket.tags).toContain("vip");
  });

  test("ZD-10 ZD-12 a decision with fields, custom fields and note is exactly one PUT, and the note says public:false", async () => {
    const { refused } = await update({ ...triage, note }, fixture("triage-write-with-note"));
    expect(account.server.unexpected).toEqual([]);
    expect(refused).toEqual([]);
    expect(account.bodies("PUT")).toHaveLength(1);
    expect(account.bodies("PUT")).toMatchObject([{ ticket: { comment: { public: false } } }]);
  });

  test("D05 no body holds null, and D01 none holds tags", async () => {
    await update({ ...triage, addTags: ["vip"] }, fixture("triage-write"));
    expect(JSON.stringify(account.bodies("PUT"))).not.toMatch(/null|"tags"/);
  });

  test("ZD-8 a conflict is thrown for a new decision, never repeated", async () => {
    await expect(update(triage, fixture("write-conflict"))).rejects.toMatchObject({
      code: "conflict",
      retry: "reread",
    });
    expect(account.bodies("PUT")).toHaveLength(1);
  });

  test("D27 a lost answer: with a note nothing is repeated, without one the lock makes it safe", async () => {
    const lost = {
      request: { method: "PUT", path: "/api/v2/tickets/5158.json" },
      response: { status: 502, bodyText: "bad gateway" },
    };
    await expect(update({ ...triage, note }, lost)).rejects.toMatchObject({
      code: "unavailable",
      outcomeUnknown: true,
    });
    expect(account.bodies("PUT")).toHaveLength(1);
    await account.close();
    const { refused } = await update(triage, lost, fixture("triage-write"));
    expect(refused).toEqual([]);
    expect(account.bodies("PUT")).toHaveLength(2);
  });

  test("ZD-9 a closed ticket is terminal", async () => {
    account = await openWireAccount(fixture("write-closed-ticket"));
    const write = account.system.write.updateTicket("7", { priority: "high", expectedVersion: "2026-10-01T00:00:00Z" });
    await expect(write).rejects.toMatchObject({
      code: "closed-ticket",
      retry: "never",
      message: expect.stringContaining("closed prevents ticket update"),
    });
  });

  test("ZD-9 a refused status is looked up in the ticket: closed, or only not to our liking", async () => {
    const refusal = refusedWith({ status: [{ description: "Status: is invalid" }] });
    const wanted: TicketUpdate = { status: "solved", expectedVersion };
    await expect(update(wanted, refusal, ticketNow({ status: "closed" }))).rejects.toMatchObject({
      code: "closed-ticket",
    });
    await account.close();
    const { refused } = await update(wanted, refusal, ticketNow({}));
    expect(refused).toEqual([{ field: "status", message: "Status: is invalid" }]);
  });
});

describe("what Zendesk does not take", () => {
  test("D09 a refused field is dropped, the rest is sent once more with the same lock", async () => {
    const { ticket, refused } = await update(
      { priority: "high", queue: billing, expectedVersion },
      refusedWith({ group_id: [{ description: "Group: is invalid" }] }),
      exchange("PUT", "/tickets/5158.json", { ticket: { ...rawWritten(), group_id: 11 } }),
    );
    expect(account.bodies("PUT")).toEqual([
      { ticket: { priority: "high", group_id: 12, safe_update: true, updated_stamp: expectedVersion } },
      { ticket: { priority: "high", safe_update: true, updated_stamp: expectedVersion } },
    ]);
    expect(refused).toEqual([{ field: "queue", message: "Group: is invalid" }]);
    expect(ticket.priority).toBe("high");
  });

  test("D09 a second refusal is thrown", async () => {
    const write = update(
      { priority: "high", queue: billing, expectedVersion },
      refusedWith({ group_id: [{ description: "Group: is invalid" }] }),
      refusedWith({ priority: [{ description: "Priority: is invalid" }] }),
    );
    await expect(write).rejects.toMatchObject({
      code: "refused",
      message: expect.stringContaining("Priority: is invalid"),
    });
    expect(account.bodies("PUT")).toHaveLength(2);
  });

  test("D45 a field that is required to solve is named by its number, and nothing is repeated", async () => {
    const write = update({ status: "solved", expectedVersion }, fixture("write-required-field"), ticketNow({}));
    await expect(write).rejects.toMatchObject({
      code: "refused",
      fields: [{ field: "custom_fields.111", message: "AI Category: is required when solving a ticket" }],
    });
    expect(account.bodies("PUT")).toHaveLength(1);
  });

  test("D07 a missing choice and an unknown field are not sent, and the message names the choice to add", async () => {
    const { refused } = await update(
      { priority: "high", customFields: { ai_category: "spam", nothing: "x" }, expectedVersion },
      exchange("PUT", "/tickets/5158.json", { ticket: rawWritten() }),
    );
    expect(account.bodies("PUT")).toEqual([
      { ticket: { priority: "high", safe_update: true, updated_stamp: expectedVersion } },
    ]);
    expect(refused.map(({ field }) => field)).toEqual(["custom_fields.ai_category", "custom_fields.nothing"]);
    expect(refused[0]!.message).toContain('"AI Category" has no value spam');
  });

  test("D07 a choice that was added meanwhile is found without a restart", async () => {
    const wanted: TicketUpdate = { customFields: { ai_category: "spam" }, expectedVersion };
    const { refused } = await update(wanted, fixture("ticket-read-drop-down-tags"));
    expect(refused).toHaveLength(1);
    const spam = {
      id: 111,
      type: "tagger",
      title: "AI Category",
      custom_field_options: [{ name: "Spam", value: "ai_category_spam" }],
    };
    const custom_fields = [{ id: 111, value: "ai_category_spam" }];
    account.server.replay(
      changed("ticket-fields", { response: { body: { ticket_fields: [spam] } } }),
      exchange("PUT", "/tickets/5158.json", { ticket: { ...rawWritten(), custom_fields } }),
    );
    account.context.now += 6 * 60_000;
    expect((await account.system.write.updateTicket("5158", wanted)).refused).toEqual([]);
  });

  test("D06 a type that Zendesk does not know is not sent; with nothing left to write nothing is written", async () => {
    const { refused } = await update({ type: "Billing", expectedVersion }, fixture("ticket-read-drop-down-tags"));
    expect(refused).toMatchObject([{ field: "type" }]);
    expect(account.bodies("PUT")).toEqual([]);
  });

  test('ZD-22 X-Zendesk-API-Warn is logged and reported as "not written"', async () => {
    const { refused } = await update(
      { priority: "high", queue: billing, expectedVersion },
      fixture("write-restricted-keys-warning"),
    );
    expect(refused).toEqual([
      { field: "queue", message: expect.stringContaining("was not written: Removed restricted keys") },
    ]);
    expect(account.context.lines.filter(({ facts }) => "warning" in facts)).toMatchObject([
      { level: "warn", facts: { warning: expect.stringContaining("Removed restricted keys") } },
    ]);
  });

  test("ZD-22 what is ignored without a word is found by comparing", async () => {
    const silent = fixture("write-restricted-keys-warning");
    const { refused } = await update(
      { priority: "high", queue: billing, expectedVersion },
      { request: silent.request, response: { ...silent.response, headers: {} } },
    );
    expect(refused).toEqual([{ field: "queue", message: expect.stringContaining('the ticket shows "11"') }]);
  });
});

function rawWritten(): object {
  return (fixture("triage-write").response.body as { ticket: object }).ticket;
}
