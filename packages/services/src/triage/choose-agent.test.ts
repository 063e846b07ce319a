import type { RoutingRule } from "@otai/service-api/routing-rule";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { AgentRoster, RosterAgent } from "./agent-roster.ts";
import { chooseAgent } from "./choose-agent.ts";
import { sampleRoster, sampleRoute, sampleRule } from "./testing/samples.ts";

const billing = { id: "12", name: "Billing" };
const loadCap = 25;

function rule(then: Partial<RoutingRule["then"]>): RoutingRule {
  return sampleRule("r", 1, {}, { team: "billing", group_name: "Billing", ...then });
}

function choose(then: Partial<RoutingRule["then"]>, roster: AgentRoster = sampleRoster(), ticket = sampleRoute()) {
  return chooseAgent(rule(then), ticket, { roster, group: billing, loadCap });
}

describe("1.3: an agent is proposed only when active, a member of the group and below the load cap", () => {
  test.each([
    ["who is not active", sampleRoster({}, { "A-012": { active: false } }), "Bo Example is not active"],
    ["who works elsewhere", sampleRoster({}, { "A-012": { queues: ["15"] } }), "Bo Example does not work in Billing"],
    ["at the cap", sampleRoster({ "A-012": 25 }), "Bo Example has 25 open tickets, the most is 25"],
    ["above the cap", sampleRoster({ "A-012": 26 }), "Bo Example has 26 open tickets, the most is 25"],
    ["who does not exist", { ...sampleRoster(), agents: [] }, "no agent is called A-012"],
  ])("the rule's own agent %s is not, and the reason says so", (_, roster, why) => {
    expect(choose({ agent: "A-012" }, roster)).toEqual({
      agent: null,
      because: `nobody is proposed, since ${why}`,
    });
  });

  it("one below the cap is", () => {
    const because = "the rule names Bo Example";
    expect(choose({ agent: "A-012" }, sampleRoster({ "A-012": 24 }))).toEqual({ agent: "A-012", because });
  });

  it("an agent may be named by name, unless two have it", () => {
    expect(choose({ agent: "Bo Example" }).agent).toBe("A-012");
    const namesakes = sampleRoster({}, { "A-011": { name: "Bo Example" } });
    expect(choose({ agent: "Bo Example" }, namesakes).agent).toBeNull();
    expect(choose({ agent: "A-011" }, namesakes).agent).toBe("A-011");
  });

  it("the strategy finds a substitute for an agent who cannot take the ticket", () => {
    const away = sampleRoster({ "A-011": 3 }, { "A-012": { active: false } });
    expect(choose({ agent: "A-012", strategy: "least_busy" }, away)).toEqual({
      agent: "A-013",
      because: "Bo Example is not active, Carl Example has the fewest open tickets (0)",
    });
  });

  test.each(["round_robin", "least_busy", "skill"] as const)("%s proposes nobody when nobody may be", (strategy) => {
    const full = sampleRoster({ "A-011": 25, "A-013": 90 }, { "A-012": { active: false } });
    expect(choose({ strategy }, full)).toEqual({
      agent: null,
      because: "nobody is proposed, since of Billing nobody is active with fewer than 25 open tickets",
    });
  });

  it("where agents, load or group are not known, nobody is proposed, with the reason", () => {
    expect(choose({ strategy: "least_busy" }, { unknown: "the list is still being read" })).toEqual({
      agent: null,
      because: "nobody is proposed, since the list is still being read",
    });
    const noGroup = chooseAgent(rule({ agent: "A-012" }), sampleRoute(), {
      roster: sampleRoster(),
      group: null,
      loadCap,
    });
    expect(noGroup).toEqual({ agent: null, because: "nobody is proposed, since the rule's group is unknown here" });
  });
});

describe("5.4: strategies", () => {
  it("none chooses nobody", () => {
    expect(choose({ strategy: "none", agent: "Nobody at all" }).agent).toBeNull();
  });

  it("least_busy: fewest open tickets, then the first id", () => {
    expect(choose({ strategy: "least_busy" }, sampleRoster({ "A-011": 2, "A-012": 1, "A-013": 1 }))).toEqual({
      agent: "A-012",
      because: "Bo Example has the fewest open tickets (1)",
    });
    expect(choose({ strategy: "least_busy" }).agent).toBe("A-011");
  });

  it("round_robin spreads tickets evenly over those who may have them", () => {
    const turns = Array.from({ length: 3_000 }, (_, ticket_id) =>
      choose({ strategy: "round_robin" }, sampleRoster({}, {}), sampleRoute({ ticket_id })),
    );
    for (const id of ["A-011", "A-012", "A-013"]) {
      const share = turns.filter(({ agent }) => agent === id).length;
      expect(share).toBeGreaterThan(900);
      expect(share).toBeLessThan(1_100);
    }
  });

  it("round_robin: when somebody leaves, only their tickets move", () => {
    for (let ticket_id = 0; ticket_id < 200; ticket_id += 1) {
      const ticket = sampleRoute({ ticket_id });
      const before = choose({ strategy: "round_robin" }, sampleRoster(), ticket).agent;
      const after = choose({ strategy: "round_robin" }, sampleRoster({}, { "A-012": { active: false } }), ticket).agent;
      if (before !== "A-012") expect(after).toBe(before);
    }
  });

  test.each([
    ["a category in its words", ["Billing"], {}],
    ["a category as its slug", ["technical_support"], { category: "technical_support" }],
    ["a category whose name needs a slug", ["Technical Support"], { category: "technical_support" }],
    ["a language", ["DE"], { language: "de-AT" }],
  ])("skill: %s", (_, skills, given) => {
    const roster = sampleRoster({ "A-013": 9 }, { "A-013": { skills }, "A-012": { skills: ["fr"] } });
    expect(choose({ strategy: "skill" }, roster, sampleRoute(given)).agent).toBe("A-013");
  });

  it("skill: of several the least busy; of none, nobody, with the reason", () => {
    const skills = ["billing"];
    const two = sampleRoster({ "A-012": 4, "A-013": 3 }, { "A-012": { skills }, "A-013": { skills } });
    expect(choose({ strategy: "skill" }, two).agent).toBe("A-013");
    expect(choose({ strategy: "skill" }, two, sampleRoute({ category: "sales" }))).toEqual({
      agent: null,
      because: "nobody is proposed, since nobody with room has a skill for sales",
    });
    expect(choose({ strategy: "skill" }).because).toContain("the ticket system tells no skills");
  });
});

describe("properties", () => {
  const agent = fc.record(
    {
      id: fc.stringMatching(/^[a-d][0-9]$/),
      name: fc.constantFrom("Ada", "Bo", "Carl"),
      active: fc.boolean(),
      queues: fc.subarray(["12", "15"]),
      skills: fc.subarray(["billing", "de", "sales"]),
    },
    { requiredKeys: ["id", "name", "active", "queues"] },
  );
  const agents = fc.uniqueArray(agent, { selector: ({ id }) => id, maxLength: 8 }) as fc.Arbitrary<RosterAgent[]>;
  const load = fc.dictionary(fc.stringMatching(/^[a-d][0-9]$/), fc.nat(40));
  const then = fc.record({
    agent: fc.option(fc.constantFrom("a0", "b1", "Ada", "c2")),
    strategy: fc.constantFrom("none", "round_robin", "least_busy", "skill"),
  }) as fc.Arbitrary<Pick<RoutingRule["then"], "agent" | "strategy">>;
  const ticket = fc.record({ ticket_id: fc.string({ minLength: 1, maxLength: 9 }).filter((id) => id.trim() !== "") });

  it("same ticket, rules and load, same answer, in whatever order the agents are listed", () => {
    fc.assert(
      fc.property(agents, load, then, ticket, fc.nat(), (list, counts, wanted, given, turn) => {
        const openTickets = new Map(Object.entries(counts));
        const turned = list.map((_, at) => list[(at + turn) % list.length]!);
        const one = choose(wanted, { agents: list, openTickets }, sampleRoute(given));
        expect(choose(wanted, { agents: turned, openTickets }, sampleRoute(given))).toEqual(one);
      }),
    );
  });

  it("whoever is proposed is active, works in the group and has room", () => {
    fc.assert(
      fc.property(agents, load, then, ticket, (list, counts, wanted, given) => {
        const openTickets = new Map(Object.entries(counts));
        const choice = choose(wanted, { agents: list, openTickets }, sampleRoute(given));
        if (choice.agent === null) return;
        const proposed = list.find(({ id }) => id === choice.agent)!;
        expect(proposed).toMatchObject({ active: true, queues: expect.arrayContaining(["12"]) });
        expect(openTickets.get(proposed.id) ?? 0).toBeLessThan(loadCap);
      }),
    );
  });
});
