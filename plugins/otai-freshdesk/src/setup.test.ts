import type { SetupOptions } from "@otai/plugin-api/setup";
import type { WireDesk } from "@otai/plugin-kit/testing/wire-desk";
import { afterEach, describe, expect, it } from "vitest";
import { answers, fixture, startWireDesk } from "./testing/wire-desk.ts";

let desk: WireDesk;
afterEach(() => desk.stop());

async function check(options: Partial<SetupOptions> = {}) {
  const findings = await desk.setup!.check({
    publicUrl: "https://otai.example/",
    categories: ["billing", "technical_support"],
    ...options,
  });
  return new Map(findings.map((finding) => [finding.id, finding]));
}

describe("what the account needs", () => {
  it("an account that has it all needs nothing but the rules", async () => {
    desk = await startWireDesk("agents-me");
    const findings = await check();
    const states = [...findings]
      .filter(([id]) => !id.startsWith("rule-"))
      .map(([id, { state, steps }]) => [id, state, steps]);
    expect(states).toEqual([
      ["bot-rights", "ok", []],
      ["ticket-field-ai-category", "ok", []],
      ["ticket-field-ai-urgency", "ok", []],
      ["ticket-field-ai-confidence", "ok", []],
      ["contact-field-sentiment-score", "ok", []],
      ["contact-field-escalation-risk", "ok", []],
    ]);
  });

  it("D07: names the exact choice that is missing", async () => {
    desk = await startWireDesk("agents-me");
    const finding = (await check({ categories: ["billing", "shipping"] })).get("ticket-field-ai-category");
    expect(finding).toMatchObject({ state: "wrong", what: expect.stringContaining("shipping") });
    expect(finding!.steps.join("\n")).toContain('open "AI Category", add shipping');
  });

  it("a missing field comes with the steps that create it", async () => {
    desk = await startWireDesk(
      "agents-me",
      answers("GET", "/ticket_fields", []),
      answers("GET", "/contact_fields", []),
    );
    const findings = await check();
    expect(findings.get("ticket-field-ai-urgency")).toMatchObject({ state: "missing", applicable: false });
    expect(findings.get("ticket-field-ai-urgency")!.steps.join("\n")).toContain("low, medium, high, critical");
    expect(findings.get("contact-field-sentiment-score")!.steps.join("\n")).toContain("Admin → Contact Fields");
  });

  it("a field of the wrong kind is found out", async () => {
    const fields = (fixture("ticket-fields").response.body as Record<string, unknown>[]).map((field) =>
      field.name === "cf_ai_category" ? { ...field, type: "custom_text", choices: [] } : field,
    );
    desk = await startWireDesk("agents-me", answers("GET", "/ticket_fields", fields));
    expect((await check()).get("ticket-field-ai-category")).toMatchObject({
      state: "wrong",
      what: expect.stringContaining("not a Dropdown"),
    });
  });

  it("S03: an agent that may not look is told which right it lacks", async () => {
    desk = await startWireDesk(
      "agents-me",
      answers("GET", "/ticket_fields", { code: "access_denied" }, { status: 403 }),
    );
    const findings = await check();
    expect(findings.get("bot-rights")).toMatchObject({
      state: "wrong",
      what: expect.stringContaining("ticket fields"),
    });
    expect(findings.get("ticket-field-ai-category")!.state).toBe("unknown");
  });

  it("D19, FD-13, FD-S12: the rules carry the secret, the ids alone, and leave out our own changes", async () => {
    desk = await startWireDesk("agents-me");
    const findings = await check();
    for (const route of ["ticket-created", "customer-replied", "ticket-resolved", "draft-requested"]) {
      const text = findings.get(`rule-${route}`)!.steps.join("\n");
      expect(text).toContain(`https://otai.example/freshdesk/test/${route}`);
      expect(text).toContain("X-OTAI-Webhook-Secret");
      expect(text).toContain('{"ticket_id":"{{ticket.id}}","updated_at":"{{ticket.modified_on}}"}');
    }
    expect(findings.get("rule-ticket-resolved")!.steps.join("\n")).toContain("performed by is not Bo Agent");
    expect((await check({ publicUrl: null })).get("rule-ticket-created")!.steps.join("\n")).toContain(
      "<address of this installation>",
    );
  });
});
