import { describe, expect, test } from "vitest";
import { authorization, portalUrlOf, zendeskParams } from "./params.ts";

const credentials = { email: "support@shop.example", api_token: "secret" };

function basic(params: object): string {
  const header = authorization(zendeskParams.parse({ domain: "yourcompany", ...params }));
  return Buffer.from(header.replace("Basic ", ""), "base64").toString("utf8");
}

function problems(params: object): string[] {
  return zendeskParams.safeParse(params).error?.issues.map((issue) => issue.path.join(".")) ?? [];
}

describe("the account's address", () => {
  test.each([
    "yourcompany",
    "yourcompany.zendesk.com",
    "https://yourcompany.zendesk.com",
    " https://YourCompany.zendesk.com/agent/dashboard ",
  ])("domain %j is understood", (domain) => {
    expect(portalUrlOf(zendeskParams.parse({ domain, ...credentials }))).toBe("https://yourcompany.zendesk.com");
  });

  test("base_url stands instead of domain, with or without /api/v2", () => {
    for (const base_url of ["http://127.0.0.1:9000/zendesk", "http://127.0.0.1:9000/zendesk/api/v2/"]) {
      expect(portalUrlOf(zendeskParams.parse({ base_url, ...credentials }))).toBe("http://127.0.0.1:9000/zendesk");
    }
  });

  test("a branded host is refused, since Zendesk redirects it", () => {
    expect(problems({ domain: "support.shop.example", ...credentials })).toEqual(["domain"]);
  });

  test("neither or both of domain and base_url is an error", () => {
    expect(problems(credentials)).toEqual(["domain"]);
    expect(problems({ domain: "a", base_url: "https://b.example", ...credentials })).toEqual(["base_url"]);
  });
});

test("the parameters of the published guide are valid as they stand", () => {
  const params = {
    domain: "yourcompany",
    email: "support@yourcompany.com",
    api_token: "secret",
    timeout: 10,
    verify: true,
  };
  expect(zendeskParams.parse(params)).toMatchObject(params);
});

describe("credentials", () => {
  test("the address gets /token exactly once", () => {
    expect(basic(credentials)).toBe("support@shop.example/token:secret");
    expect(basic({ ...credentials, email: "support@shop.example/token" })).toBe("support@shop.example/token:secret");
  });

  test("an OAuth token is sent as Bearer and needs no address", () => {
    const params = zendeskParams.parse({ domain: "yourcompany", oauth_token: "abc" });
    expect(authorization(params)).toBe("Bearer abc");
  });

  test("what is missing or doubled is named", () => {
    expect(problems({ domain: "a" })).toEqual(["api_token"]);
    expect(problems({ domain: "a", api_token: "t" })).toEqual(["email"]);
    expect(problems({ domain: "a", ...credentials, oauth_token: "t" })).toEqual(["api_token"]);
  });

  test("an unknown key is an error", () => {
    expect(zendeskParams.safeParse({ domain: "a", ...credentials, apikey: "x" }).success).toBe(false);
  });
});
