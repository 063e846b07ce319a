import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestDesk, type TestDesk } from "./test-desk.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => desk.close());

describe("Freshdesk ticket update", () => {
  it("writes the guide's triage body and answers the whole ticket", async () => {
    const id = await desk.newTicket();
    const group = (await desk.freshdesk("GET", "/groups")).json[0];
    const body = {
      priority: 3,
      type: "Billing",
      group_id: group.id,
      custom_fields: { cf_ai_category: "billing", cf_ai_urgency: "high", cf_ai_confidence: "0.93" },
      tags: ["vip", "ai-category:billing", "ai-urgency:high"],
    };
    const answer = await desk.freshdesk("PUT", `/tickets/${id}`, body);
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ ...body, status: 2, description_text: "Line one\nLine <two>" });
    expect(answer.json.description).toContain("Line one<br>Line &lt;two&gt;");
  });

  it("replaces tags as a whole and leaves alone what the body does not name", async () => {
    const id = await desk.newTicket();
    await desk.freshdesk("PUT", `/tickets/${id}`, { tags: ["a", "b"], priority: 4 });
    const answer = await desk.freshdesk("PUT", `/tickets/${id}`, { tags: ["c"] });
    expect([answer.json.tags, answer.json.priority]).toEqual([["c"], 4]);
  });

  it.each([
    ["an unknown attribute", { subject_line: "x" }, "subject_line", "invalid_field"],
    ["a key of the ticket's own shape", { description_text: "x" }, "description_text", "invalid_field"],
    ["a type that is no choice", { type: "Api Bug" }, "type", "invalid_value"],
    [
      "a dropdown value that is no choice",
      { custom_fields: { cf_ai_category: "nope" } },
      "cf_ai_category",
      "invalid_value",
    ],
    ["an unknown custom field", { custom_fields: { cf_nope: "x" } }, "cf_nope", "invalid_field"],
    [
      "a number for a text field",
      { custom_fields: { cf_ai_confidence: 0.9 } },
      "cf_ai_confidence",
      "datatype_mismatch",
    ],
    ["a group that does not exist", { group_id: 12 }, "group_id", "invalid_value"],
    ["an agent who does not exist", { responder_id: 12 }, "responder_id", "invalid_value"],
    ["a word for a priority", { priority: "high" }, "priority", "datatype_mismatch"],
    ["a priority out of range", { priority: 5 }, "priority", "invalid_value"],
    ["tags as text", { tags: "a" }, "tags", "datatype_mismatch"],
    ["a tag of 33 characters", { tags: ["x".repeat(33)] }, "tags", "invalid_value"],
  ])("FD-2, FD-11: refuses %s and loses the whole update", async (_what, wrong, field, code) => {
    const id = await desk.newTicket();
    const answer = await desk.freshdesk("PUT", `/tickets/${id}`, { priority: 4, ...wrong });
    expect(answer.status).toBe(400);
    expect(answer.json.description).toBe("Validation failed");
    expect(answer.json.errors).toMatchObject([{ field, code }]);
    expect((await desk.freshdesk("GET", `/tickets/${id}`)).json.priority).toBe(1);
  });

  it("names every refused field at once", async () => {
    const answer = await desk.freshdesk("PUT", "/tickets/799", { type: "Nope", group_id: 1, nope: 1 });
    expect(answer.json.errors.map((error: { field: string }) => error.field)).toEqual(["type", "group_id", "nope"]);
  });

  it("refuses an agent outside the group that is set with him", async () => {
    const [group] = (await desk.freshdesk("GET", "/groups")).json;
    const agents = (await desk.freshdesk("GET", "/agents?per_page=100")).json;
    const stranger = agents.find((agent: { group_ids: number[] }) => !agent.group_ids.includes(group.id));
    const answer = await desk.freshdesk("PUT", "/tickets/799", { group_id: group.id, responder_id: stranger.id });
    expect(answer.json.errors[0].field).toBe("responder_id");
  });

  it("creates a ticket and a contact for an unknown address", async () => {
    const body = {
      subject: "New",
      description: "<p>Hi</p>",
      email: "new.person@customer.example",
      status: 2,
      priority: 1,
    };
    const created = await desk.freshdesk("POST", "/tickets", body);
    expect(created.status).toBe(201);
    expect(created.headers.get("location")).toBe(`${desk.url}/freshdesk/api/v2/tickets/${created.json.id}`);
    const contact = await desk.freshdesk("GET", `/contacts/${created.json.requester_id}`);
    expect(contact.json.email).toBe("new.person@customer.example");
    const missing = await desk.freshdesk("POST", "/tickets", { subject: "x" });
    expect(missing.json.errors.map((error: { field: string }) => error.field)).toEqual(["description", "requester_id"]);
  });
});
