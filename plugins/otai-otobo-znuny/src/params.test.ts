import { describe, expect, test } from "vitest";
import { installationUrl, interfaceUrl, paramsFor } from "./params.ts";
import plugin from "./plugin.ts";

const otobo = paramsFor("otobo");
const needed = { base_url: "https://desk.example", username: "otai", password: "secret" };

function problems(params: object): string[] {
  return otobo.safeParse({ ...needed, ...params }).error?.issues.map((issue) => issue.path.join(".")) ?? [];
}

describe("the address", () => {
  test.each([
    ["https://desk.example", "https://desk.example/otobo/nph-genericinterface.pl"],
    ["https://desk.example/", "https://desk.example/otobo/nph-genericinterface.pl"],
    ["https://desk.example/helpdesk", "https://desk.example/helpdesk/nph-genericinterface.pl"],
    ["https://desk.example/otobo/nph-genericinterface.pl", "https://desk.example/otobo/nph-genericinterface.pl"],
    [
      "https://desk.example/otrs/nph-genericinterface.pl/Webservice/Mine/Ticket/",
      "https://desk.example/otrs/nph-genericinterface.pl",
    ],
  ])("%s is understood", (base_url, expected) => {
    expect(interfaceUrl(otobo.parse({ ...needed, base_url }))).toBe(expected);
  });

  test("the service's name decides where a bare host has it, and flavour overrides", () => {
    const paths = Object.values(plugin.ticketSystems).map(({ params }) => {
      const parsed = params.parse(needed) as Parameters<typeof installationUrl>[0];
      return new URL(installationUrl(parsed)).pathname;
    });
    expect(paths).toEqual(["/otobo", "/znuny", "/otrs"]);
    expect(installationUrl(otobo.parse({ ...needed, flavour: "znuny" }))).toBe("https://desk.example/znuny");
  });
});

test("what is missing, unknown or wrong is named", () => {
  expect(problems({ password: undefined })).toEqual(["password"]);
  expect(problems({ time_zone: "Europe/Bärlin" })).toEqual(["time_zone"]);
  expect(problems({ note_subject: "0" })).toEqual(["note_subject"]);
  expect(problems({ search_limit: 0 })).toEqual(["search_limit"]);
  expect(problems({ routes: { session_create: "GET /Session" } })).toEqual(["routes.session_create"]);
  expect(problems({ routes: "sample_c" })).toEqual(["routes"]);
  expect(problems({ user: "x" })).toEqual([""]);
});

test("the defaults are those of a stock installation", () => {
  expect(otobo.parse(needed)).toMatchObject({
    webservice: "GenericTicketConnectorREST",
    routes: "sample_a",
    tags_field: "AITags",
    priorities: { low: "2 low", normal: "3 normal", high: "4 high", urgent: "5 very high" },
  });
});
