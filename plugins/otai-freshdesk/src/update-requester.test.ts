import { NotFoundError, RefusedError } from "@otai/plugin-api/errors";
import type { WireDesk } from "@otai/plugin-kit/testing/wire-desk";
import { afterEach, describe, expect, it } from "vitest";
import { answers, startWireDesk } from "./testing/wire-desk.ts";

let desk: WireDesk;
afterEach(() => desk.stop());

const puts = () => desk.wire.requests.filter(({ method }) => method === "PUT").map(({ body }) => body);
const field = (name: string, label: string, choices?: string[]) => ({
  name,
  label,
  type: choices ? "custom_dropdown" : "custom_text",
  choices,
});
const values = { sentiment_score: "negative", escalation_risk: "0.72" };

describe("fields of a contact", () => {
  it("are written as recorded", async () => {
    const fields = [
      field("cf_sentiment_score", "Sentiment Score", ["positive", "negative"]),
      field("cf_escalation_risk", "Escalation Risk"),
    ];
    desk = await startWireDesk("contact-put", answers("GET", "/contact_fields", fields));
    await desk.write.updateRequester!("80014400819", values);
    expect(desk.wire.unexpected).toEqual([]);
  });

  it.each([
    [
      "with cf_",
      [field("cf_sentiment_score", "Sentiment Score"), field("cf_escalation_risk", "Escalation Risk")],
      ["cf_sentiment_score", "cf_escalation_risk"],
    ],
    [
      "without cf_",
      [field("sentiment_score", "Sentiment Score"), field("escalation_risk", "Escalation Risk")],
      ["sentiment_score", "escalation_risk"],
    ],
    [
      "by label",
      [field("cf_mood123", "Sentiment Score"), field("cf_danger", "Escalation risk")],
      ["cf_mood123", "cf_danger"],
    ],
    ["one of them only", [field("cf_escalation_risk", "Escalation Risk")], ["cf_escalation_risk"]],
  ])("D08: are found %s", async (_, fields, names) => {
    desk = await startWireDesk(answers("PUT", "/contacts/7", { id: 7 }), answers("GET", "/contact_fields", fields));
    await desk.write.updateRequester!("7", values);
    expect(Object.keys((puts()[0] as { custom_fields: object }).custom_fields)).toEqual(names);
  });

  it("D08: an account with neither is told which are missing, and nothing is sent", async () => {
    desk = await startWireDesk(answers("GET", "/contact_fields", []));
    await expect(desk.write.updateRequester!("7", values)).rejects.toMatchObject({
      code: "refused",
      fields: [{ field: "sentiment_score" }, { field: "escalation_risk" }],
    });
    expect(puts()).toEqual([]);
  });

  it("D09: one refused field does not lose the other", async () => {
    const refusal = {
      description: "Validation failed",
      errors: [{ field: "cf_sentiment_score", message: "no", code: "invalid_value" }],
    };
    desk = await startWireDesk(
      answers("PUT", "/contacts/7", refusal, { status: 400 }),
      answers("PUT", "/contacts/7", { id: 7 }),
    );
    await desk.write.updateRequester!("7", values);
    expect(puts()[1]).toEqual({ custom_fields: { escalation_risk: "0.72" } });
  });

  it("D30: a deleted or blocked contact takes no write, and it is not tried again", async () => {
    desk = await startWireDesk(answers("PUT", "/contacts/80014400999", undefined, { status: 405 }));
    const attempt = desk.write.updateRequester!("80014400999", values);
    await expect(attempt).rejects.toThrow(NotFoundError);
    await expect(attempt).rejects.toThrow("deleted or blocked");
    expect(puts()).toHaveLength(1);
  });

  it("D30: an agent who is the requester is no contact", async () => {
    desk = await startWireDesk(answers("PUT", "/contacts/80001190512", undefined, { status: 404 }));
    const attempt = desk.write.updateRequester!("80001190512", values);
    await expect(attempt).rejects.toMatchObject({ code: "not-found", retry: "never" });
    await expect(attempt).rejects.toThrow("agent");
  });

  it("a choice that the field does not offer is refused by name", async () => {
    desk = await startWireDesk();
    await expect(desk.write.updateRequester!("7", { sentiment_score: "furious" })).rejects.toThrow(RefusedError);
  });
});
