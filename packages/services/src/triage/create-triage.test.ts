import { categoriesSchema, correctionRequestSchema } from "@otai/service-api/categories";
import { ServiceError } from "@otai/service-api/service-error";
import { afterEach, describe, expect, it, test } from "vitest";
import { benchStart, sampleDesk, sampleRoster, sampleRoute, sampleRule, trainSample } from "./testing/samples.ts";
import { createTriageBench, type TriageBench } from "./testing/triage-bench.ts";

let bench: TriageBench;
afterEach(() => bench.close());

async function open(...parts: Parameters<typeof createTriageBench>): Promise<TriageBench["triage"]> {
  bench = await createTriageBench(...parts);
  return bench.triage;
}

const rules = [sampleRule("rest", 9), sampleRule("billing", 1, { category: ["billing"], urgency: ["high"] })];
const conflict = expect.objectContaining({ code: "CONFLICT" });

describe("routing rules", () => {
  it("every change is a version, with who and when, and they are read in order", async () => {
    const triage = await open();
    expect(await triage.listRules()).toEqual({ version: 0, rules: [] });
    const saved = await triage.replaceRules(rules, 0, "admin");
    expect(saved).toEqual(await triage.listRules());
    expect(saved.version).toBe(1);
    expect(saved.rules.map(({ id }) => id)).toEqual(["billing", "rest"]);
    expect(saved.rules[0]).toMatchObject({ updated_at: new Date(benchStart).toISOString(), updated_by: "admin" });
    expect((await triage.replaceRules([], 1, "admin")).version).toBe(2);
  });

  it("a version that is not the newest is refused, and nothing is lost", async () => {
    const triage = await open();
    await triage.replaceRules(rules, 0, "first");
    await expect(triage.replaceRules([], 0, "second")).rejects.toEqual(conflict);
    await expect(triage.replaceRules([], 7, "second")).rejects.toEqual(conflict);
    expect((await triage.listRules()).rules).toHaveLength(2);
  });

  it("of two at the same time one wins and the other is told", async () => {
    const triage = await open();
    const both = await Promise.allSettled([
      triage.replaceRules(rules, 0, "first"),
      triage.replaceRules([sampleRule("other", 1)], 0, "second"),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await triage.listRules()).version).toBe(1);
  });

  it("rules that would not work are refused with every reason, and the old ones stay", async () => {
    const triage = await open();
    const nowhere = { team: "x", group_name: "Nowhere" };
    const broken = [sampleRule("a", 1, {}, nowhere), sampleRule("b", 2, { category: ["billing"] })];
    const error = await triage.replaceRules(broken, null, "admin").catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ServiceError);
    expect(error.code).toBe("VALIDATION_ERROR");
    expect(error.errors).toMatchObject([{ field: "0.then" }, { field: "1" }, { field: "1" }]);
    expect((await triage.listRules()).version).toBe(0);
  });

  it("groups of every connection are known", async () => {
    const second = sampleDesk({ connection: "second", groups: [{ id: "3", name: "Werkstatt" }] });
    const triage = await open({ desks: [sampleDesk(), second] });
    const rule = sampleRule("a", 1, {}, { team: "workshop", group_name: "Werkstatt" });
    expect((await triage.replaceRules([rule], null, "admin")).version).toBe(1);
    expect(await bench.route({ connection: "second" })).toMatchObject({ group_id: 3 });
    expect(await bench.route()).toMatchObject({ team: "workshop", group_id: null, group_name: null });
  });

  it("rules of the configuration are pinned: read, used, and changed there only", async () => {
    const triage = await open({ pinnedRules: rules });
    expect((await triage.listRules()).rules).toHaveLength(2);
    expect((await bench.route()).rule_id).toBe("billing");
    await expect(triage.replaceRules([], 0, "admin")).rejects.toEqual(conflict);
  });

  it("the dry run says which rule and why, and changes nothing", async () => {
    const triage = await open();
    const tried = await triage.testRules({ ticket: sampleRoute({ urgency: "low" }), rules });
    expect(tried.routing).toMatchObject({ rule_id: "rest" });
    expect(tried.steps).toEqual([
      { rule_id: "billing", matched: false, because: "urgency is low, wanted high" },
      { rule_id: "rest", matched: true, because: "every condition holds" },
    ]);
    expect(tried.problems).toEqual([]);
    const broken = await triage.testRules({ ticket: sampleRoute(), rules: rules.slice(1) });
    expect(broken.problems).toHaveLength(1);
    expect((await triage.listRules()).version).toBe(0);
    await triage.replaceRules(rules, 0, "admin");
    expect((await triage.testRules({ ticket: sampleRoute() })).routing.rule_id).toBe("billing");
  });
});

describe("agents of a routing", () => {
  const wanting = [sampleRule("r", 1, {}, { team: "billing", group_name: "Billing", strategy: "least_busy" })];

  it("come from the ticket's own ticket system, below the configured load", async () => {
    const desk = sampleDesk({ roster: async () => sampleRoster({ "A-011": 2, "A-012": 1, "A-013": 3 }) });
    await open({ desks: [desk], pinnedRules: wanting });
    expect((await bench.route()).agent).toBe("A-012");
    await bench.close();
    await open({ desks: [desk], pinnedRules: wanting, agentLoadCap: 1 });
    expect(await bench.route()).toMatchObject({ agent: null, reason: expect.stringContaining("fewer than 1 open") });
  });

  it("are not asked for where no rule wants one, and never by a run", async () => {
    const roster = () => Promise.reject(new Error("nobody needs to know"));
    await open({ desks: [sampleDesk({ roster })], pinnedRules: rules });
    expect((await bench.route()).agent).toBeNull();
    await bench.close();
    await open({ desks: [sampleDesk({ roster })], pinnedRules: wanting });
    expect(await bench.triage.routeByRule(sampleRoute())).toMatchObject({ group_id: 12, agent: null, reason: "r" });
  });

  it("a run has no way by rule while there are no rules", async () => {
    expect(await (await open()).routeByRule(sampleRoute())).toBeNull();
  });
});

describe("5.4: dry run on last week's tickets", () => {
  const day = 24 * 60 * 60 * 1000;
  const judged = (ticketId: string, category: string, daysAgo = 1, connection = "desk") => ({
    ...{ connection, ticketId, category, urgency: "high", language: "en", judgedAt: benchStart - daysAgo * day },
  });
  const some = [
    judged("T-3", "billing"),
    judged("T-2", "shipping"),
    judged("T-1", "billing"),
    judged("T-0", "sales", 8),
  ];

  it("counts per rule, and names the tickets that would go elsewhere than by the rules in force", async () => {
    const triage = await open({ judged: some });
    await triage.replaceRules([sampleRule("all", 1, {}, { team: "support" })], 0, "admin");
    expect(await triage.dryRunRules({ connection: null, rules: [...rules, sampleRule("never", 2)] })).toEqual({
      period: { from: new Date(benchStart - 7 * day).toISOString(), to: new Date(benchStart).toISOString() },
      tickets: 3,
      truncated: false,
      rules: [
        { rule_id: "billing", tickets: 2, examples: ["T-3", "T-1"] },
        { rule_id: "never", tickets: 1, examples: ["T-2"] },
        { rule_id: "rest", tickets: 0, examples: [] },
      ],
      without_rule: 0,
      changed: {
        tickets: 3,
        examples: [
          { ticket_id: "T-3", connection: "desk", from: "support", to: "billing", rule_id: "billing" },
          { ticket_id: "T-2", connection: "desk", from: "support", to: "billing", rule_id: "never" },
          { ticket_id: "T-1", connection: "desk", from: "support", to: "billing", rule_id: "billing" },
        ],
      },
      not_recorded: [],
      problems: [{ field: "0", message: expect.stringContaining("never reached") }],
    });
    expect((await triage.listRules()).version).toBe(1);
  });

  it("without rules it tries those in force, by which nothing changes", async () => {
    const triage = await open({ judged: some, pinnedRules: rules });
    expect(await triage.dryRunRules({ connection: null })).toMatchObject({
      rules: [
        { rule_id: "billing", tickets: 2 },
        { rule_id: "rest", tickets: 1 },
      ],
      changed: { tickets: 0, examples: [] },
    });
  });

  it("says which conditions past tickets were not remembered with", async () => {
    const wanting = sampleRule("a", 1, { channel: ["email"], sentiment: ["negative"] });
    const tried = await (await open({ judged: some })).dryRunRules({ connection: null, rules: [wanting] });
    expect(tried).toMatchObject({ not_recorded: ["sentiment", "channel"], without_rule: 3 });
  });

  it("each ticket by the groups of its own ticket system, and at the time when it came", async () => {
    const second = sampleDesk({ connection: "second", groups: [{ id: "3", name: "Billing" }] });
    const night = { ...judged("T-9", "billing", 1, "second"), judgedAt: new Date(2026, 10, 2, 23).getTime() };
    const triage = await open({ desks: [sampleDesk(), second], judged: [night, ...some] });
    const offHours = sampleRule("night", 1, { hours: "off_hours" }, { team: "night" });
    const all = await triage.dryRunRules({ connection: null, rules: [offHours, sampleRule("day", 2)] });
    expect(all.rules).toMatchObject([{ examples: ["T-9"] }, { tickets: 3 }]);
    expect((await triage.dryRunRules({ connection: "second", rules: [offHours] })).tickets).toBe(1);
    await expect(triage.dryRunRules({ connection: "gone" })).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
  });

  it("is bounded: 2,000 tickets, the newest, of which 20 changed ones and 3 per rule are named", async () => {
    const many = Array.from({ length: 2_100 }, (_, at) => judged(`T-${at}`, "billing"));
    const triage = await open({ judged: many });
    const to = sampleRule("all", 1, {}, { team: "support" });
    const { tickets, truncated, rules: counts, changed } = await triage.dryRunRules({ connection: null, rules: [to] });
    expect([tickets, truncated, counts[0]!.tickets, changed.tickets]).toEqual([2_000, true, 2_000, 2_000]);
    expect([changed.examples.length, counts[0]!.examples]).toEqual([20, ["T-0", "T-1", "T-2"]]);
  });
});

describe("GET /categories", () => {
  it.each([
    ["without", null],
    ["with", trainSample()],
  ])("%s a model the closed set holds unclassified, which is never automated", async (_, serving) => {
    const categories = await (await open({ desks: [sampleDesk({ serving })] })).listCategories(null);
    expect(categoriesSchema.parse(categories)).toEqual(categories);
    expect(categories.at(-1)).toMatchObject({ name: "unclassified", thresholds: { automate: null } });
  });

  it("with history they are its queues, each with its group and state", async () => {
    const serving = trainSample();
    serving.isCalibrated = () => true;
    serving.model.thresholdFor = () => ({ threshold: 0.91, coverage: 1, vetoed: ["Shipping"] }) as never;
    const triage = await open({ desks: [sampleDesk({ serving })] });
    expect(await triage.listCategories("desk")).toMatchObject([
      { name: "billing", group_id: 12, group_name: "Billing", state: "proven", thresholds: { automate: 0.91 } },
      { name: "shipping", group_id: 15, state: "vetoed" },
      { name: "unclassified", group_id: null, state: "untrained" },
    ]);
  });

  it("without proof they are learning, without a model untrained", async () => {
    const serving = trainSample();
    serving.model.thresholdFor = () => ({ threshold: null, coverage: 0, vetoed: [] }) as never;
    const triage = await open({ desks: [sampleDesk({ serving }), sampleDesk({ connection: "new" })] });
    expect((await triage.listCategories(null))[0]).toMatchObject({ state: "learning", thresholds: { automate: null } });
    expect((await triage.listCategories("new"))[0]).toMatchObject({ name: "billing", state: "untrained" });
  });
});

describe("POST /corrections", () => {
  const correction = (given: object) =>
    correctionRequestSchema.parse({ ticket_id: 7, field: "category", value: "billing", actor: "agent:7", ...given });

  it("is kept for the next model, under the connection it belongs to", async () => {
    const triage = await open();
    const { id, recordedAt } = await triage.correct(correction({ reason: "wrong_category", classification_id: "c-1" }));
    expect(recordedAt).toBe(benchStart);
    expect(await bench.store.read((tx) => tx.corrections.list("desk"))).toEqual([
      {
        id,
        connection: "desk",
        ticketId: "7",
        classificationId: "c-1",
        field: "category",
        value: "billing",
        actor: "agent:7",
        reason: "wrong_category",
        recordedAt,
      },
    ]);
  });

  test.each([
    ["category", "gardening", "billing"],
    ["category", "Billing", "unclassified"],
    ["urgency", "severe", "urgent"],
    ["sentiment", "angry", "negative"],
    ["priority", "critical", "urgent"],
    ["queue", "Nowhere", "Billing"],
  ] as const)("of %s: %s is no value, %s is one", async (field, wrong, right) => {
    const triage = await open();
    await expect(triage.correct(correction({ field, value: wrong }))).rejects.toMatchObject({
      errors: [{ field: "value" }],
    });
    await triage.correct(correction({ field, value: right }));
    const [kept] = await bench.store.read((tx) => tx.corrections.list(null));
    expect(kept?.value).toBe(field === "urgency" ? "critical" : right);
  });

  it("of a connection that does not exist is refused; an empty name means the first", async () => {
    const triage = await open();
    await expect(triage.correct(correction({ connection: "gone" }))).rejects.toMatchObject({
      code: "VALIDATION_ERROR",
    });
    await triage.correct(correction({ connection: "" }));
    expect(await bench.store.read((tx) => tx.corrections.list("desk"))).toHaveLength(1);
  });
});
