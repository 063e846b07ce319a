import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestDesk, type TestDesk } from "./test-desk.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => desk.close());

describe("Freshdesk people and fields", () => {
  it("writes contact fields strictly, keeps agents out of contacts, refuses deleted ones with 405", async () => {
    const contact = (await desk.freshdesk("GET", "/contacts")).json[0];
    const fields = { cf_sentiment_score: "negative", cf_escalation_risk: "0.72" };
    const written = await desk.freshdesk("PUT", `/contacts/${contact.id}`, { custom_fields: fields });
    expect([written.status, written.json.custom_fields]).toEqual([200, fields]);
    const wrong = await desk.freshdesk("PUT", `/contacts/${contact.id}`, {
      custom_fields: { cf_sentiment_score: "sad" },
    });
    expect(wrong.json.errors).toMatchObject([{ field: "cf_sentiment_score", code: "invalid_value" }]);
    const bot = (await desk.freshdesk("GET", "/agents/me")).json;
    expect((await desk.freshdesk("GET", `/contacts/${bot.id}`)).status).toBe(404);
    expect((await desk.freshdesk("GET", `/agents/${bot.id}`)).json.id).toBe(bot.id);
    await desk.newTicket("x@y.example");
    const taken = await desk.freshdesk("PUT", `/contacts/${contact.id}`, { email: "x@y.example" });
    expect([taken.status, taken.json.errors[0].code]).toEqual([409, "duplicate_value"]);
  });

  it("FD-10: lists choices as object and as array, and a custom status", async () => {
    const fields = (await desk.freshdesk("GET", "/ticket_fields")).json;
    const choices = (name: string) => fields.find((field: { name: string }) => field.name === name).choices;
    expect(choices("status")["6"][0]).toBe("Waiting on Third Party");
    expect(choices("priority")).toEqual({ Low: 1, Medium: 2, High: 3, Urgent: 4 });
    expect(choices("ticket_type")).toContain("Technical Support");
    expect(choices("cf_ai_category")).toContain("unclassified");
    expect(choices("cf_product")).toEqual({ shop: "shop", app: "app", pos: "pos" });
    const labels = (await desk.freshdesk("GET", "/contact_fields")).json.map((field: { label: string }) => field.label);
    expect(labels).toEqual(expect.arrayContaining(["Sentiment Score", "Escalation Risk"]));
  });
});
