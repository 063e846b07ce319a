import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestSandbox, type TestSandbox } from "../../test-sandbox.ts";
import { startTestDesk, type TestDesk } from "./test-desk.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => desk.close());

describe("Freshdesk credentials and media types", () => {
  it("takes the API key as user with any password, and answers 401 with the vendor's body otherwise", async () => {
    const wrong = await desk.call("GET", "/freshdesk/api/v2/tickets", undefined, {
      authorization: "Basic d3Jvbmc6WA==",
    });
    expect([wrong.status, wrong.json.code]).toEqual([401, "invalid_credentials"]);
    expect((await desk.call("GET", "/freshdesk/api/v2/tickets")).status).toBe(401);
    expect((await desk.freshdesk("GET", "/agents/me")).json.contact.email).toBe("agent@sandbox.example");
  });

  it("answers 406 for an Accept without JSON and 415 for a body that is not JSON", async () => {
    expect((await desk.freshdesk("GET", "/tickets/1", undefined, { accept: "text/html" })).status).toBe(406);
    expect((await desk.freshdesk("PUT", "/tickets/799", "a=1", { "content-type": "text/plain" })).status).toBe(415);
    expect((await desk.freshdesk("PUT", "/tickets/799", "{broken")).json.code).toBe("invalid_json");
  });

  it("FD-3: 404 has an empty body; 405 names the methods that exist", async () => {
    const missing = await desk.freshdesk("GET", "/tickets/99999");
    expect([missing.status, missing.text]).toEqual([404, ""]);
    expect((await desk.freshdesk("GET", "/nothing/here")).status).toBe(404);
    const wrong = await desk.freshdesk("DELETE", "/tickets/799");
    expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "GET, PUT"]);
  });
});

describe("Freshdesk limits", () => {
  let limited: TestSandbox;
  let at = Date.UTC(2026, 10, 20, 12);
  beforeAll(async () => {
    limited = await startTestSandbox({ ratePlan: "growth", now: () => at });
  });
  afterAll(() => limited.close());

  const budget = (headers: Headers) =>
    ["total", "remaining", "used-currentrequest"].map((name) => Number(headers.get(`x-ratelimit-${name}`)));

  it("FD-8: counts each class down on its own and answers 429 with Retry-After until the minute is over", async () => {
    expect(budget((await limited.freshdesk("GET", "/tickets")).headers)).toEqual([20, 19, 1]);
    expect(budget((await limited.freshdesk("GET", "/tickets?include=description,stats")).headers)).toEqual([20, 14, 5]);
    expect(budget((await limited.freshdesk("GET", "/tickets?per_page=999")).headers)).toEqual([20, 13, 1]);
    for (let left = 12; left >= 0; left--) {
      expect(budget((await limited.freshdesk("GET", "/tickets")).headers)[1]).toBe(left);
    }
    at += 20_000;
    const refused = await limited.freshdesk("GET", "/tickets");
    expect([refused.status, refused.headers.get("retry-after"), budget(refused.headers)[1]]).toEqual([429, "40", 0]);
    expect((await limited.freshdesk("PUT", "/tickets/11", { priority: 2 })).status).toBe(200);
    at += 40_000;
    expect((await limited.freshdesk("GET", "/tickets")).status).toBe(200);
  });

  it("counts all classes together against the plan", async () => {
    at += 60_000;
    for (let call = 0; call < 200; call++) await limited.freshdesk("GET", "/groups");
    const refused = await limited.freshdesk("GET", "/contacts");
    expect([refused.status, budget(refused.headers)]).toEqual([429, [20, 0, 1]]);
  });

  it("shows a single ticket's embeds as one credit each", async () => {
    at += 60_000;
    const answer = await limited.freshdesk("GET", "/tickets/11?include=conversations");
    expect(budget(answer.headers)).toEqual([200, 198, 2]);
  });
});
