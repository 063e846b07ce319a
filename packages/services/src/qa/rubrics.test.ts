import { createRubricRequestSchema, updateRubricRequestSchema } from "@otai/service-api/qa-rubric";
import { createLanguageDetector } from "@otai/text/language";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openQaBench, type QaBench, requestOf, solvedExport } from "./testing/qa-bench.ts";

const detector = await createLanguageDetector();
let bench: QaBench;
beforeEach(async () => {
  bench = await openQaBench(detector);
});
afterEach(() => bench.store.close());

const kim = { actor: "kim", scopes: ["qa"] };
const criterion = (name: string, weight: number, more: object = {}) => ({ name, weight, ...more });
const fields = { name: "Billing", criteria: [criterion("empathy", 0.5), criterion("resolution", 0.5)] };
const create = (more: object = {}) =>
  bench.qa.createRubric(createRubricRequestSchema.parse({ id: "billing", ...fields, ...more }), kim);
const update = (id: string, more: object = {}) =>
  bench.qa.updateRubric(id, updateRubricRequestSchema.parse({ ...fields, ...more }), kim);
const rubricOf = async (more: Readonly<Record<string, unknown>>) =>
  (await bench.qa.evaluate(requestOf(solvedExport, more))).rubric;

describe("5.1: rubrics", () => {
  it("a fresh installation has Standard Support with the published weights", async () => {
    const [standard, ...others] = await bench.qa.listRubrics();
    expect(others).toEqual([]);
    expect(standard).toMatchObject({ id: "standard", name: "Standard Support", version: 1, default: true });
    expect(standard!.criteria.map(({ name, weight }) => [name, weight])).toEqual([
      ["empathy", 0.25],
      ["resolution", 0.35],
      ["communication", 0.25],
      ["efficiency", 0.15],
    ]);
  });

  it.each([
    ["no criterion", { criteria: [] }],
    ["21 criteria", { criteria: Array.from({ length: 21 }, (_, at) => criterion(`c${at}`, 1 / 21)) }],
    ["two of one name", { criteria: [criterion("empathy", 0.5), criterion("empathy", 0.5)] }],
    ["a name that is not snake_case", { criteria: [criterion("First Response", 1)] }],
    ["a weight of 0", { criteria: [criterion("a", 0), criterion("b", 1)] }],
    ["weights that add up to 1.002", { criteria: [criterion("a", 0.5), criterion("b", 0.502)] }],
    ["a scale that does not rise", { criteria: [criterion("a", 1, { scale: [5, 5] })] }],
  ])("%s is refused", (_, more) => {
    expect(createRubricRequestSchema.safeParse({ id: "x", ...fields, ...more }).success).toBe(false);
  });

  it("weights may be 0.001 off, as thirds are", () => {
    const criteria = ["a", "b", "c"].map((name) => criterion(name, 0.333));
    expect(createRubricRequestSchema.safeParse({ id: "x", ...fields, criteria }).success).toBe(true);
  });

  it("every edit is a new version, and old evaluations keep theirs", async () => {
    expect(await create()).toMatchObject({ id: "billing", version: 1, created_by: "kim", default: false });
    const before = await bench.qa.evaluate(requestOf(solvedExport, { rubric_id: "billing" }));
    expect(await update("billing", { name: "Billing 2" })).toMatchObject({ version: 2, name: "Billing 2" });
    expect(await rubricOf({ rubric_id: "billing" })).toEqual({ id: "billing", name: "Billing 2", version: 2 });
    expect(await rubricOf({ rubric_id: "billing@1" })).toEqual({ id: "billing", name: "Billing", version: 1 });
    expect((await bench.qa.getEvaluation(before.evaluation_id, kim)).rubric.version).toBe(1);
    expect((await bench.qa.getRubric("billing@1")).name).toBe("Billing");
    expect((await bench.qa.listRubrics()).map(({ id, version }) => [id, version])).toEqual([
      ["standard", 1],
      ["billing", 2],
    ]);
  });

  it("the standard rubric can be edited like any other, and its first version stays", async () => {
    expect(await update("standard")).toMatchObject({ id: "standard", version: 2 });
    expect(await rubricOf({})).toMatchObject({ version: 2 });
    expect((await bench.qa.getRubric("standard@1")).criteria).toHaveLength(4);
    expect(await bench.qa.listRubrics()).toHaveLength(1);
  });

  it("nothing is overwritten: a known id, an edit of an old version and an unknown id are refused", async () => {
    await create();
    await update("billing", { version: 1 });
    await expect(create()).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(create({ id: "standard" })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(update("billing", { version: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(update("none")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(bench.qa.getRubric("billing@7")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(rubricOf({ rubric_id: "none" })).rejects.toMatchObject({
      code: "VALIDATION_ERROR",
      errors: [{ field: "rubric_id" }],
    });
  });

  it("a request without a rubric is judged by its team's, else by the installation's", async () => {
    await create({ groups: ["Billing"] });
    expect((await rubricOf({ team: "Billing" })).id).toBe("billing");
    expect((await rubricOf({ team: "Sales" })).id).toBe("standard");
    const own = bench.with({ defaultRubric: "billing" });
    expect((await own.evaluate(requestOf(solvedExport))).rubric.id).toBe("billing");
    expect((await own.getRubric("billing")).default).toBe(true);
    const wrong = bench.with({ defaultRubric: "biling" }).evaluate(requestOf(solvedExport));
    await expect(wrong).rejects.toThrow(
      "There is no rubric biling: create it, or name another one at services.qa.rubric",
    );
  });

  it("an inline rubric is used once, apart from the stored ones", async () => {
    const rubric = { id: "standard", ...fields };
    expect(await rubricOf({ rubric })).toEqual({ id: "inline:standard", name: "Billing", version: 1 });
    expect(await bench.qa.listRubrics()).toHaveLength(1);
    const other = { ...rubric, criteria: [criterion("empathy", 1)] };
    const answer = await bench.qa.evaluate(requestOf(solvedExport, { rubric: other }));
    expect(Object.keys(answer.dimensions)).toEqual(["empathy"]);
  });
});
