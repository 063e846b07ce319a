import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAccount, type TestAccount } from "./test-account.ts";

let account: TestAccount;
let category: number;
let confidence: number;
beforeAll(async () => {
  account = await openAccount();
  category = account.desk.layout.ticketFields.find((field) => field.key === "ai_category")!.id;
  confidence = account.desk.layout.ticketFields.find((field) => field.key === "ai_confidence")!.id;
});
afterAll(() => account.close());

const put = (id: number, ticket: unknown) => account.call("PUT", `/tickets/${id}.json`, { ticket });
const fieldValue = (ticket: { custom_fields: { id: number; value: unknown }[] }, id: number) =>
  ticket.custom_fields.find((field) => field.id === id)?.value;

describe("writing tickets", () => {
  it("ZD-12: one PUT sets fields, custom fields and a note, and answers ticket and audit", async () => {
    const billing = account.desk.groupNamed("Billing")!.id;
    const id = account.ticket({ fields: { tags: ["vip"] } });
    const answer = await put(id, {
      priority: "high",
      group_id: billing,
      custom_fields: [
        { id: category, value: "ai_category_billing" },
        { id: confidence, value: "0.93" },
      ],
      comment: { html_body: "<b>Draft</b>", public: false },
    });
    expect(answer.status).toBe(200);
    expect(answer.body.ticket).toMatchObject({
      priority: "high",
      group_id: billing,
      tags: ["vip", "ai_category_billing"],
    });
    expect(fieldValue(answer.body.ticket, confidence)).toBe("0.93");
    const events = answer.body.audit.events.map(
      (event: { type: string; field_name?: string }) => event.field_name ?? event.type,
    );
    expect(events.sort()).toEqual([String(category), String(confidence), "Comment", "group_id", "priority"].sort());
    expect(account.desk.ticket(id)?.messages.at(-1)).toMatchObject({ public: false, text: "Draft" });
    expect(account.desk.ticket(id)?.customFields.ai_category).toBe("billing");
  });

  it("ZD-10: a comment without public is visible to the customer", async () => {
    const id = account.ticket();
    await put(id, { comment: { body: "Hello" } });
    expect(account.desk.ticket(id)?.messages.at(-1)?.public).toBe(true);
  });

  it("ZD-11: another drop-down value exchanges its tag and leaves the others", async () => {
    const id = account.ticket({ fields: { tags: ["vip"], customFields: { ai_category: "billing" } } });
    const { body } = await put(id, { custom_fields: [{ id: category, value: "ai_category_bug_report" }] });
    expect(body.ticket.tags).toEqual(["vip", "ai_category_bug_report"]);
  });

  it("ZD-11: tags in a PUT replace all, so that a drop-down whose tag is missing is cleared", async () => {
    const id = account.ticket({ fields: { tags: ["vip"], customFields: { ai_category: "billing" } } });
    const { body } = await put(id, { tags: ["refund"] });
    expect(body.ticket.tags).toEqual(["refund"]);
    expect(fieldValue(body.ticket, category)).toBeNull();
  });

  it("ZD-8: safe_update with the stamp of an older state is a 409 and writes nothing", async () => {
    const id = account.ticket();
    const { body } = await account.call("GET", `/tickets/${id}.json`);
    account.clock.now += 5_000;
    account.desk.customerReplies(id, "One more thing");
    const conflict = await put(id, { priority: "urgent", safe_update: true, updated_stamp: body.ticket.updated_at });
    expect([conflict.status, conflict.body.error]).toEqual([409, "UpdateConflict"]);
    expect(account.desk.ticket(id)?.priority).toBeNull();
    const fresh = (await account.call("GET", `/tickets/${id}.json`)).body.ticket.updated_at;
    const second = await put(id, { priority: "urgent", safe_update: true, updated_stamp: fresh });
    expect([second.status, second.body.ticket.priority]).toEqual([200, "urgent"]);
  });

  it("ZD-9: a closed ticket refuses every change with 422 and details", async () => {
    const id = account.ticket({ fields: { status: "closed" } });
    for (const input of [{ priority: "low" }, { comment: { body: "x", public: false } }]) {
      const answer = await put(id, input);
      expect(answer.status).toBe(422);
      expect(answer.body).toEqual({
        error: "RecordInvalid",
        description: "Record validation errors",
        details: { status: [{ description: "Status: closed prevents ticket update" }] },
      });
    }
    expect((await account.call("PUT", `/tickets/${id}/tags.json`, { tags: ["a"] })).status).toBe(422);
  });

  it("there is no medium: a priority outside the four words is refused with its field", async () => {
    const answer = await put(account.ticket(), { priority: "medium" });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.body.details)).toEqual(["priority"]);
  });

  it("ignores unknown keys silently and unknown groups not at all", async () => {
    const id = account.ticket();
    const unknown = await put(id, {
      priority: "low",
      queue: "Billing",
      custom_fields: [
        { id: 1, value: "x" },
        { id: category, value: "nonsense" },
      ],
    });
    expect([unknown.status, unknown.headers.get("x-zendesk-api-warn")]).toEqual([200, null]);
    expect(fieldValue(unknown.body.ticket, category)).toBeNull();
    expect((await put(id, { group_id: 4711 })).status).toBe(422);
  });

  it("ZD-22: restricted keys are dropped with a warning header", async () => {
    const answer = await put(account.ticket(), { priority: "low", description: "changed", additional_tags: ["a"] });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("x-zendesk-api-warn")).toBe('Removed restricted keys ["description","additional_tags"]');
    expect(answer.body.ticket).toMatchObject({ description: "My card was charged twice.", tags: [] });
  });

  it("a write that changes nothing leaves updated_at alone and audits nothing", async () => {
    const id = account.ticket();
    const before = (await account.call("GET", `/tickets/${id}.json`)).body.ticket;
    account.clock.now += 60_000;
    const { body } = await put(id, { priority: null, tags: [] });
    expect(body.ticket.updated_at).toBe(before.updated_at);
    expect(body.audit.events).toEqual([]);
  });

  it("an agent outside the group is refused, a taken ticket is open", async () => {
    const groups = account.desk.layout.groups;
    const ada = account.desk.userWithEmail("ada.brenner@sandbox.example")!;
    const foreign = groups.find((group) => !ada.groupIds.includes(group.id))!;
    const id = account.ticket();
    expect((await put(id, { group_id: foreign.id, assignee_id: ada.id })).status).toBe(422);
    const taken = await put(id, { group_id: ada.groupIds[0], assignee_id: ada.id });
    expect(taken.body.ticket).toMatchObject({ status: "open", assignee_id: ada.id });
  });

  it("creates a ticket once per Idempotency-Key", async () => {
    const body = {
      ticket: { subject: "Hello", comment: { body: "First" }, requester: { email: "kim@customer.example" } },
    };
    const first = await account.call("POST", "/tickets.json", body, { "idempotency-key": "k1" });
    const again = await account.call("POST", "/tickets.json", body, { "idempotency-key": "k1" });
    expect([first.status, first.headers.get("x-idempotency-lookup")]).toEqual([201, "miss"]);
    expect([again.body.ticket.id, again.headers.get("x-idempotency-lookup")]).toEqual([first.body.ticket.id, "hit"]);
  });

  it("audits tell who changed what", async () => {
    const id = account.ticket();
    account.clock.now += 60_000;
    await put(id, { priority: "high", comment: { body: "note", public: false } });
    const { body } = await account.call("GET", `/tickets/${id}/audits.json?page[size]=100`);
    expect(body.audits).toHaveLength(2);
    expect(body.audits[1]).toMatchObject({ author_id: account.desk.bot.id, via: { channel: "api" } });
    expect(body.audits[1].events[0]).toMatchObject({
      type: "Change",
      field_name: "priority",
      value: "high",
      previous_value: null,
    });
  });
});
