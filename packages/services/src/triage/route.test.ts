import { categorySlug } from "@otai/service-api/category-slug";
import { describe, expect, it, test } from "vitest";
import { matchRule } from "./match-rule.ts";
import { route } from "./route.ts";
import { benchStart, sampleDesk, sampleRoster, sampleRoute, sampleRule, trainSample } from "./testing/samples.ts";
import type { TriageDesk } from "./triage-desk.ts";

const at = benchStart;
const rules = [
  sampleRule("r-shipping", 2, { category: ["shipping"] }, { team: "logistics", group_id: 15, agent: "A-012" }),
  sampleRule("r-billing-high", 1, { category: ["billing"], urgency: ["high", "critical"] }),
  sampleRule("r-rest", 9, {}, { team: "support" }),
];
const routed = (given: Parameters<typeof sampleRoute>[0] = {}, desk: TriageDesk = sampleDesk(), list = rules) =>
  route(sampleRoute(given), { desk, rules: list, version: 4, at, agents: { roster: sampleRoster(), loadCap: 25 } });

describe("1.3: POST /route", () => {
  it("the first rule in order that applies says team, group and agent", () => {
    expect(routed()).toMatchObject({
      team: "billing",
      group_id: 12,
      group_name: "Billing",
      rule_id: "r-billing-high",
      matched: true,
    });
    expect(routed({ category: "shipping" })).toMatchObject({ team: "logistics", group_id: 15, agent: "A-012" });
    expect(routed()).toMatchObject({ rules_version: 4, engine: "rules", model_version: "rules-4", degraded: false });
  });

  it("the reason is one sentence that names the rule", () => {
    expect(routed().reason).toBe("r-billing-high: high urgency, category billing");
  });

  it("where an agent is wanted, the reason says too why this one or nobody", () => {
    expect(routed({ category: "shipping" }).reason).toBe(
      "r-shipping: high urgency, category shipping; the rule names Bo Example",
    );
    const wanting = [sampleRule("r", 1, {}, { team: "shipping", group_name: "Shipping", agent: "A-011" })];
    expect(routed({}, sampleDesk(), wanting)).toMatchObject({
      agent: null,
      reason: "r; nobody is proposed, since Ada Example does not work in Shipping",
    });
  });

  it("an unknown category is no error: the default rule, matched false, and never by itself", () => {
    const answer = routed({ category: "gardening", confidence: 1 });
    expect(answer).toMatchObject({ team: "support", rule_id: "r-rest", matched: false, band: "suggest" });
  });

  it("urgent is critical and normal is medium, as the published core spells them", () => {
    expect(routed({ urgency: "urgent" }).rule_id).toBe("r-billing-high");
    expect(routed({ urgency: "normal" }).rule_id).toBe("r-rest");
  });

  it("D05: no group is mapped, so none is named, whatever the rule says", () => {
    const list = [sampleRule("d", 1, {}, { team: "x", group_id: 99, group_name: "Elsewhere" })];
    expect(routed({}, sampleDesk(), list)).toMatchObject({ team: "x", group_id: null, group_name: null });
  });

  it("without a ticket system a rule's own words come back", () => {
    const list = [sampleRule("d", 1, {}, { team: "x", group_id: "99", group_name: "Elsewhere" })];
    expect(routed({}, sampleDesk({ groups: [] }), list)).toMatchObject({ group_id: 99, group_name: "Elsewhere" });
  });

  it("an id of one ticket system is not taken for the same number in another", () => {
    const list = [sampleRule("d", 1, {}, { team: "x", group_id: 12, group_name: "Billing" })];
    const zammad = sampleDesk({
      platform: "zammad",
      groups: [
        { id: "12", name: "Users" },
        { id: "3", name: "Billing" },
      ],
    });
    expect(routed({}, zammad, list)).toMatchObject({ group_id: 3, group_name: "Billing" });
    const other = sampleDesk({ groups: [{ id: "12", name: "Users" }] });
    expect(routed({}, other, list)).toMatchObject({ group_id: null, group_name: null });
  });

  it("ids that are no numbers stay strings", () => {
    const desk = sampleDesk({ groups: [{ id: "Billing", name: "Billing" }] });
    expect(routed({}, desk).group_id).toBe("Billing");
  });

  it("without rules a ticket waits in the queue that its category is named after", () => {
    expect(routed({}, sampleDesk(), [])).toMatchObject({ team: "billing", group_id: 12, rule_id: null, matched: true });
    expect(routed({ category: "sales" }, sampleDesk(), [])).toMatchObject({
      team: "support",
      group_id: null,
      matched: false,
    });
  });

  it("two queues that only signs tell apart: none is meant", () => {
    const desk = sampleDesk({
      groups: [
        { id: "1", name: "Sales / Export" },
        { id: "2", name: "Sales::Export" },
      ],
    });
    expect(routed({ category: "sales_export" }, desk, []).group_id).toBeNull();
  });

  it("queues with a long beginning in common are different categories, each with its own group", () => {
    const groups = ["Europe", "Asia"].map((place, index) => ({
      id: `${index}`,
      name: `Support Level 2 Network ${place}`,
    }));
    const [europe, asia] = groups.map(({ name }) => categorySlug(name));
    const desk = sampleDesk({ groups });
    expect(routed({ category: europe! }, desk, []).group_id).toBe(0);
    expect(routed({ category: asia! }, desk, []).group_id).toBe(1);
  });

  it("same input, same answer", () => {
    expect(routed()).toEqual(routed());
  });
});

describe("the band of a routing", () => {
  const serving = trainSample();
  const desk = sampleDesk({ serving, precision: { queue: 0.9 } });

  it("is automate from the threshold that history proved, and suggest just below (D10)", () => {
    serving.model.thresholdFor = () => ({ threshold: 0.9, coverage: 1, vetoed: [] }) as never;
    expect(routed({ confidence: 0.9 }, desk).band).toBe("automate");
    expect(routed({ confidence: 0.8999 }, desk).band).toBe("suggest");
    expect(routed({ confidences: { category: 0.9 } }, desk).band).toBe("automate");
    expect(routed({ confidence: 0.5999 }, desk).band).toBe("abstain");
  });

  test.each([
    ["no confidence was given", {}],
    ["the rule does not go by the category", { confidence: 1, category: "sales" }],
  ])("is suggest when %s", (_, given) => {
    expect(routed(given, desk).band).toBe("suggest");
  });

  it("is never automate without proof", () => {
    expect(routed({ confidence: 1 }).band).toBe("suggest");
    const vetoed = trainSample();
    vetoed.model.thresholdFor = () => ({ threshold: 0.9, coverage: 1, vetoed: ["Billing"] }) as never;
    expect(routed({ confidence: 1 }, sampleDesk({ serving: vetoed })).band).toBe("suggest");
  });

  it("is abstain for unclassified", () => {
    expect(routed({ category: "unclassified", confidence: 1 }, desk, []).band).toBe("abstain");
  });
});

describe("5.4: when a rule applies", () => {
  test.each([
    [{ category: ["billing"] }, {}, true],
    [{ category: ["sales"] }, {}, false],
    [{ sentiment: ["negative"] }, {}, true],
    [{ language: ["de"] }, { language: "de-AT" }, true],
    [{ language: ["de-AT"] }, { language: "de" }, false],
    [{ language: ["de"] }, { language: "den" }, false],
    [{ language: ["de"] }, {}, false],
    [{ channel: ["email"] }, { channel: "email" }, true],
    [{ tier: ["premium", "enterprise"] }, { tier: "enterprise" }, true],
    [{ tier: ["premium"] }, { tier: "free" }, false],
  ] as const)("%j for %j: %s", (when, given, matched) => {
    expect(matchRule(sampleRule("a", 1, when as object), sampleRoute(given), at).matched).toBe(matched);
  });

  it("business hours and the rest are told apart by the clock that is passed in", () => {
    const business = sampleRule("a", 1, { hours: "business" });
    const offHours = sampleRule("a", 1, { hours: "off_hours" });
    const sunday = new Date(2026, 10, 8, 11).getTime();
    const evening = new Date(2026, 10, 3, 18).getTime();
    for (const [when, isBusiness] of [
      [at, true],
      [sunday, false],
      [evening, false],
    ] as const) {
      expect(matchRule(business, sampleRoute(), when).matched).toBe(isBusiness);
      expect(matchRule(offHours, sampleRoute(), when).matched).toBe(!isBusiness);
    }
  });

  it("says by which condition it does not", () => {
    const rule = sampleRule("a", 1, { category: ["sales", "billing"], tier: ["premium"] });
    expect(matchRule(rule, sampleRoute(), at).because).toBe("tier is not known, wanted premium");
    expect(matchRule({ ...rule, enabled: false }, sampleRoute(), at).because).toBe("the rule is switched off");
  });
});
