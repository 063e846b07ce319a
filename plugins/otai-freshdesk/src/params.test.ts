import { describe, expect, it } from "vitest";
import { z } from "zod";
import { freshdeskParams, portalUrlOf } from "./params.ts";

const portal = (params: object) => portalUrlOf(freshdeskParams.parse({ api_key: "k", ...params }));

describe("the address of an account", () => {
  it.each([
    "yourcompany",
    "YourCompany",
    " yourcompany ",
    "yourcompany.freshdesk.com",
    "https://yourcompany.freshdesk.com",
    "https://yourcompany.freshdesk.com/a/tickets/9?x=1",
  ])("domain %j is yourcompany.freshdesk.com", (domain) => {
    expect(portal({ domain })).toBe("https://yourcompany.freshdesk.com");
  });

  it.each([
    ["http://127.0.0.1:9000/freshdesk", "http://127.0.0.1:9000/freshdesk"],
    ["http://127.0.0.1:9000/freshdesk/", "http://127.0.0.1:9000/freshdesk"],
    ["https://yourcompany.freshdesk.com/api/v2", "https://yourcompany.freshdesk.com"],
    ["https://yourcompany.freshdesk.com/api/v2/", "https://yourcompany.freshdesk.com"],
  ])("base_url %s", (base_url, url) => {
    expect(portal({ base_url })).toBe(url);
  });

  it.each([
    [{ domain: "support.yourcompany.example" }, "CNAME"],
    [{ domain: "" }, "yourcompany.freshdesk.com"],
    [{}, "give either domain"],
    [{ domain: "a", base_url: "https://a.freshdesk.com" }, "give either domain"],
    [{ base_url: "yourcompany" }, "http:// or https://"],
    [{ base_url: "https://user:pass@desk.example" }, "without user name"],
    [{ domain: "a", tiemout: 5 }, "tiemout"],
    [{ domain: "a", api_key: " " }, "api_key"],
  ])("refuses %j", (params, words) => {
    const result = freshdeskParams.safeParse({ api_key: "k", ...params });
    expect(JSON.stringify(result.error?.issues)).toContain(words);
  });

  it("fills in the documented defaults", () => {
    expect(freshdeskParams.parse({ domain: "a", api_key: "k" })).toMatchObject({
      timeout: 10,
      verify: true,
      allow_insecure: false,
    });
  });

  it("has a JSON Schema for editors", () => {
    expect(Object.keys(z.toJSONSchema(freshdeskParams, { io: "input" }).properties ?? {})).toContain("api_key");
  });
});
