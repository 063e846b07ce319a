import type { WireDesk } from "@otai/plugin-kit/testing/wire-desk";
import { afterEach, describe, expect, it } from "vitest";
import { answers, forbidden, startWireDesk, ticketBody } from "./testing/wire-desk.ts";

let account: WireDesk;
afterEach(() => account.stop());

const select = (object: string, name: string, options: readonly string[]) => ({
  name,
  object,
  display: name,
  data_type: "select",
  active: true,
  editable: true,
  data_option: { options: Object.fromEntries(options.map((option) => [option, option])) },
});
const attributes = (categories: readonly string[]) =>
  answers("GET", "/object_manager_attributes", [
    select("Ticket", "ai_category", categories),
    select("Ticket", "ai_urgency", ["low", "medium", "high", "critical"]),
    { ...select("Ticket", "ai_confidence", []), data_type: "input" },
    select("User", "sentiment_score", ["positive", "neutral", "negative"]),
    { ...select("User", "escalation_risk", []), data_type: "input" },
  ]);

const notShown = ["tags", "trigger-ticket-created", "trigger-customer-replied", "trigger-ticket-resolved"];

async function check(publicUrl: string | null = "https://otai.example/") {
  const findings = await account.setup!.check({ publicUrl, categories: ["billing", "refund"] });
  for (const { state, steps } of findings) expect(steps.length === 0).toBe(state === "ok");
  return new Map(findings.map((finding) => [finding.id, finding]));
}

describe("the set-up check", () => {
  it("finds nothing to mend where all is there, but for what Zammad does not show", async () => {
    account = await startWireDesk(
      "users-me",
      answers("GET", "/tickets", [ticketBody()]),
      attributes(["billing", "refund"]),
    );
    const findings = await check();
    expect([...findings.values()].filter(({ state }) => state !== "ok").map(({ id }) => id)).toEqual(notShown);
  });

  it("ZM-2: no ticket at all is a hint at the token's groups", async () => {
    account = await startWireDesk("users-me", "tickets-empty", attributes(["billing", "refund"]));
    const findings = await check();
    expect(findings.get("visible-tickets")).toMatchObject({
      state: "unknown",
      what: expect.stringContaining("Otai Bot"),
    });
    expect(findings.get("visible-tickets")!.steps.join()).toContain("check the token's group rights");
  });

  it("D07: names the very option and the very attribute that are missing", async () => {
    account = await startWireDesk("users-me", "tickets-empty", attributes(["billing"]));
    const findings = await check();
    expect(findings.get("ticket-attribute-ai-category")).toMatchObject({ state: "wrong" });
    expect(findings.get("ticket-attribute-ai-category")!.what).toContain("refund");
    account.wire.replay(answers("GET", "/object_manager_attributes", []));
    const later = (await check()).get("ticket-attribute-ai-urgency")!;
    expect(later).toMatchObject({ state: "missing" });
    expect(later.steps.join("\n")).toContain("Name ai_urgency, Display AI Urgency, Format Single selection field");
  });

  it("says which permissions the token lacks, and goes on without", async () => {
    account = await startWireDesk("users-me", "tickets-empty", forbidden("GET", "/groups"));
    const findings = await check();
    expect(findings.get("token-rights")).toMatchObject({
      state: "wrong",
      what: expect.stringContaining("groups, objects"),
    });
    expect(findings.get("ticket-attribute-ai-category")).toMatchObject({ state: "unknown" });
  });

  it("names states and priorities whose meaning has to be configured", async () => {
    account = await startWireDesk(
      "users-me",
      "tickets-empty",
      answers("GET", "/ticket_states", [{ id: 9, name: "geparkt", active: true }]),
      answers("GET", "/ticket_priorities", [{ id: 9, name: "Gold", active: true }]),
    );
    const findings = await check();
    expect(findings.get("states")!.steps.join()).toContain('ticket_systems.test.params.states: {"geparkt": pending}');
    expect(findings.get("priorities")!.what).toContain("low, normal, high");
  });

  it("ZM-18: prints addresses of our receiver without a slash too many, since Zammad follows no redirect", async () => {
    account = await startWireDesk("users-me", "tickets-empty");
    const findings = await check("https://otai.example//");
    for (const route of ["ticket-created", "customer-replied", "ticket-resolved"]) {
      const text = findings.get(`trigger-${route}`)!.steps.join("\n");
      expect(text).toMatch(new RegExp(`: https://otai\\.example/zammad/test/${route}$`, "m"));
      expect(text).toContain("HMAC SHA1 Signature Token");
    }
    expect((await check(null)).get("trigger-ticket-created")!.steps.join()).toContain("<address of this installation>");
  });
});
