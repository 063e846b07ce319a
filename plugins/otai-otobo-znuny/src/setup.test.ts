import type { WireExchange } from "@otai/plugin-kit/testing/wire-server";
import { afterEach, describe, expect, test } from "vitest";
import { answers, changed, fields, fixture, startWireDesk, ticket, type WireDesk } from "./testing/wire-desk.ts";

let desk: WireDesk;
afterEach(() => desk.stop());

async function check(params: object, ...exchanges: WireExchange[]) {
  desk = await startWireDesk(params, ...exchanges);
  const findings = await desk.setup!.check({
    publicUrl: "https://otai.shop.example/",
    categories: ["billing", "shipping"],
  });
  return new Map(findings.map((finding) => [finding.id, finding]));
}

const one = (values: object = {}) => [
  answers("GET", "/Ticket", { TicketID: ["13"] }),
  answers("GET", "/Ticket/13", { Ticket: [ticket({ DynamicField: fields(), ...values })] }),
];

describe("the check of the set-up", () => {
  test("finds what is there, and says that possible values cannot be read", async () => {
    const findings = await check({}, ...one());
    expect(findings.get("rights")).toMatchObject({ state: "ok", what: expect.stringContaining("Raw") });
    expect(findings.get("dynamic-field-AIConfidence")).toMatchObject({ state: "ok", steps: [] });
    expect(findings.get("dynamic-field-AICategory")?.steps.join()).toContain("billing, shipping");
    expect(findings.get("dynamic-field-AITags")?.steps.join()).toContain("ai-category:shipping, ai-urgency:low");
  });

  test("tells how to add missing fields, click by click", async () => {
    const findings = await check({ tags_field: "Labels" }, ...one({ DynamicField: [] }));
    for (const name of ["AICategory", "AIUrgency", "AIConfidence", "Labels"]) {
      expect(findings.get(`dynamic-field-${name}`)).toMatchObject({ state: "missing", applicable: false });
    }
    expect(findings.get("dynamic-field-Labels")?.steps.join("\n")).toMatch(
      /Dynamic Fields → Ticket[\s\S]*type Multiselect/,
    );
  });

  test("names the rights to write, which cannot be read", async () => {
    const rights = (await check({}, ...one())).get("write-rights");
    expect(rights).toMatchObject({ state: "unknown", what: expect.stringContaining("triage.bot") });
    for (const right of ["note", "move_into", "priority", "rw"]) expect(rights?.steps.join()).toContain(right);
  });

  test("warns of a web service that puts sessions into addresses, and offers our own", async () => {
    const stock = await check({}, ...one());
    expect(stock.get("webservice")).toMatchObject({ state: "wrong", what: expect.stringContaining("reads by GET") });
    expect(stock.get("webservice")?.steps.join()).toContain("webservice/otai.yml");
    await desk.stop();
    const path = "/otobo/nph-genericinterface.pl/Webservice/otai";
    const post = (route: string, body: object) => ({
      request: { method: "POST", path: `${path}${route}` },
      response: { status: 200, body },
    });
    const own = await check(
      { webservice: "otai", routes: "otai" },
      changed("session-create", { request: { path: `${path}/Session` } }),
      post("/Ticket/Search", { TicketID: ["13"] }),
      post("/Ticket/Get", { Ticket: [ticket()] }),
    );
    expect(own.get("webservice")).toMatchObject({ state: "ok", steps: [] });
  });

  test("compares the configured time zone with what the tickets show", async () => {
    expect((await check({}, ...one())).get("time-zone")).toMatchObject({
      state: "ok",
      what: expect.stringContaining("UTC+00:00, as tickets show"),
    });
    await desk.stop();
    const wrong = (await check({ time_zone: "Asia/Tokyo" }, ...one())).get("time-zone");
    expect(wrong).toMatchObject({ state: "wrong", what: expect.stringMatching(/Asia\/Tokyo.*UTC\+00:00/) });
    expect(wrong?.steps.join()).toContain("OTOBOTimeZone");
    await desk.stop();
    expect((await check({}, answers("GET", "/Ticket", {}))).get("time-zone")).toMatchObject({ state: "unknown" });
  });

  test("says when no ticket is seen, which may be a missing right, and when the routes are wrong", async () => {
    const empty = await check({ queues: ["Billing"] }, answers("GET", "/Ticket", {}));
    expect(empty.get("rights")).toMatchObject({ state: "wrong" });
    await desk.stop();
    const { response } = fixture("route-unknown");
    const wrong = await check({}, { ...answers("GET", "/Ticket", {}), response });
    expect(wrong.get("webservice")).toMatchObject({ state: "wrong", what: expect.stringContaining("no such route") });
    expect(wrong.get("dynamic-field-AICategory")).toMatchObject({ state: "unknown" });
  });

  test("gives the invoker's address with the connection's name, and leaves the bot out", async () => {
    const steps = (await check({}, ...one())).get("invoker")!.steps.join("\n");
    expect(steps).toContain("https://otai.shop.example");
    expect(steps).toContain("/otobo/test/events");
    expect(steps).toContain("triage.bot");
    expect(steps).toContain("RequestRetry");
  });

  test("a wrong password is an error, not a finding", async () => {
    const { response } = fixture("session-create-wrong-password");
    await expect(check({}, changed("session-create", { response }))).rejects.toMatchObject({ code: "authentication" });
  });
});
