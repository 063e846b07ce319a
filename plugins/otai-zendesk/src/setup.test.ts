import { afterEach, describe, expect, test } from "vitest";
import { changed, fixture, openWireAccount, type WireAccount } from "./testing/wire-account.ts";

let account: WireAccount;
afterEach(() => account.close());

async function check(categories: string[], fields = fixture("ticket-fields"), user = fixture("users-me")) {
  account = await openWireAccount(fields, user);
  const findings = await account.system.setup!.check({ publicUrl: "https://otai.shop.example/", categories });
  return new Map(findings.map((finding) => [finding.id, finding]));
}

describe("the check of the set-up", () => {
  test("finds fields and values that are there", async () => {
    const findings = await check(["billing", "shipping"]);
    expect(findings.get("role")).toMatchObject({ state: "ok", steps: [] });
    expect(findings.get("ai_category")).toMatchObject({ state: "ok", steps: [] });
    expect(findings.get("ai_confidence")).toMatchObject({ state: "ok", steps: [] });
  });

  test("D07 names the exact value to add", async () => {
    const findings = await check(["billing", "bug_report"]);
    expect(findings.get("ai_category")).toMatchObject({ state: "wrong", what: expect.stringContaining("bug_report") });
    expect(findings.get("ai_category")!.steps).toContain(
      'Add the value "Bug report" with the tag ai_category_bug_report',
    );
    expect(findings.get("ai_urgency")!.steps).toContain('Add the value "Critical" with the tag ai_urgency_critical');
  });

  test("tells how to add fields that are missing, or of another type", async () => {
    const none = await check(["billing"], {
      ...fixture("ticket-fields"),
      ...changed("ticket-fields", { response: { body: { ticket_fields: [] } } }),
    });
    expect(none.get("ai_category")).toMatchObject({ state: "missing" });
    expect(none.get("ai_category")!.steps.join("\n")).toMatch(/Drop-down.*\n.*ai_category_billing/);
    expect(none.get("ai_confidence")).toMatchObject({ state: "missing" });
    await account.close();
    const text = { id: 1, type: "text", title: "AI Category" };
    const wrong = await check([], {
      ...fixture("ticket-fields"),
      ...changed("ticket-fields", { response: { body: { ticket_fields: [text] } } }),
    });
    expect(wrong.get("ai_category")).toMatchObject({
      state: "wrong",
      what: expect.stringContaining("of the type text"),
    });
  });

  test("says when the agent is no administrator, or may not read fields", async () => {
    const user = { user: { id: 42, name: "Otto Agent", role: "agent" } };
    const forbidden = { ...fixture("ticket-fields"), response: { status: 403, body: {} } };
    const findings = await check([], forbidden, {
      ...fixture("users-me"),
      ...changed("users-me", { response: { body: user } }),
    });
    expect(findings.get("role")).toMatchObject({ state: "wrong" });
    expect(findings.get("ai_category")).toMatchObject({ state: "unknown" });
  });

  test("gives the addresses of the webhooks with the connection's name", async () => {
    const findings = await check([]);
    expect(findings.get("webhook_events")!.steps.join("\n")).toContain("https://otai.shop.example/zendesk/test/events");
    expect(findings.get("webhook_triggers")!.steps.join("\n")).toContain(
      "https://otai.shop.example/zendesk/test/ticket-created",
    );
  });
});
