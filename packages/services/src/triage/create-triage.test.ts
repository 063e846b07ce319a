import { categoriesSchema, correctionRequestSchema } from "@otai/service-api/categories";
import { ServiceError } from "@otai/service-api/service-error";
import { afterEach, describe, expect, it, test } from "vitest";
import { benchStart, sampleDesk, sampleRoute, sampleRule, trainSample } from "./testing/samples.ts";
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
