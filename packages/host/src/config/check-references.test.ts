import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { checkReferences, checkRouting } from "./check-references.ts";
import { server } from "./server-schema.ts";
import { pipelines, routing } from "./service-schema.ts";

const faultsOf = (yaml: string) =>
  checkRouting(routing.parse(parse(yaml))).map(({ path, message }) => `${path.join(".")}: ${message}`);

const billing = "- { when: { category: billing }, then: { queue: Billing } }\n";
const money = "- { when: { category: [billing, sales] }, then: { queue: Money } }\n";
const urgent = "- { when: { category: billing, urgency: high }, then: { queue: Urgent } }\n";
const fallback = "- { then: { queue: Support } }\n";

describe("routing rules", () => {
  test("no rule at all, or a default at the end, is right", () => {
    expect(faultsOf("[]")).toEqual([]);
    expect(faultsOf(fallback)).toEqual([]);
    expect(faultsOf(billing + fallback)).toEqual([]);
  });

  test("once there is a rule, the default is required", () => {
    expect(faultsOf(billing)).toEqual([
      expect.stringMatching(/^routing: the default is missing: add a last rule without when/),
    ]);
  });

  test("what stands behind the default is never reached", () => {
    expect(faultsOf(fallback + billing + fallback)).toEqual([
      expect.stringMatching(/^routing\.1: is never reached: routing\[0\]/),
      expect.stringMatching(/^routing\.2: is never reached: routing\[0\]/),
    ]);
  });

  test("a narrower rule behind a wider one is never reached, the other way round it is", () => {
    expect(faultsOf(money + urgent + fallback)).toEqual([expect.stringMatching(/^routing\.1: is never reached/)]);
    expect(faultsOf(urgent + money + fallback)).toEqual([]);
  });
});

describe("names that lead nowhere", () => {
  test("a category that is not configured", () => {
    const rules = routing.parse(parse(billing.replace("category: billing", "category: biling") + fallback));
    const fields = { category: { labels: ["billing", "sales"] } };
    expect(checkReferences({ routing: rules, fields }, [])).toEqual([
      {
        path: ["routing", 0, "when", "category"],
        message: '"biling" is not in fields.category.labels; did you mean "billing"?',
      },
    ]);
  });

  test("a pipeline for a ticket system that is not there, and a key name that stands twice", () => {
    const own = pipelines.parse([{ on: "ticket-created", ticket_system: "freshdsk", steps: ["triage"] }]);
    const key = { name: "a", key: "k", scopes: ["triage"] };
    const sections = { pipelines: own, server: server.parse({ keys: [key, key] }) };
    expect(checkReferences(sections, ["freshdesk"]).map(({ message }) => message)).toEqual([
      'there is no ticket system "freshdsk"; did you mean "freshdesk"?',
      '"a" names another key already',
    ]);
  });
});
