import { calibrationReportSchema } from "@otai/service-api/qa-calibration";
import { overrideRequestSchema } from "@otai/service-api/qa-review";
import { createLanguageDetector } from "@otai/text/language";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openQaBench, type QaBench, requestOf, type Said, solvedExport } from "./testing/qa-bench.ts";

const detector = await createLanguageDetector();
let bench: QaBench;
beforeEach(async () => {
  bench = await openQaBench(detector);
});
afterEach(() => bench.store.close());

const kim = { actor: "kim", scopes: ["qa"] };
const german: readonly Said[] = [
  ["customer", "Guten Tag, der Export des Monatsberichts funktioniert seit gestern nicht mehr."],
  ["agent", "Guten Tag, das tut mir leid. Bitte klicken Sie unter Berichte auf den neuen Knopf."],
];
const evaluate = (conversation_id: string, said = solvedExport) =>
  bench.qa.evaluate(requestOf(said, { conversation_id }));
const rate = (id: string, purpose: string, dimensions: Readonly<Record<string, number | null>>) =>
  bench.qa.override(id, overrideRequestSchema.parse({ reason: "drawn", purpose, dimensions }), kim);

describe("5.1: the calibration report", () => {
  it("compares both ratings by criterion and by language", async () => {
    const english = await evaluate("T-1");
    const other = await evaluate("T-2", german);
    await rate(english.evaluation_id, "calibration", { empathy: english.dimensions.empathy! - 0.1, resolution: null });
    await rate(other.evaluation_id, "calibration", { empathy: other.dimensions.empathy! - 0.3 });
    const report = calibrationReportSchema.parse(await bench.qa.calibrationReport("standard"));
    expect(report).toMatchObject({
      rubric: "standard@1",
      rated: 2,
      targets: { kappa: 0.6, agreement: 0.85, mae: 0.1 },
    });
    expect(report.criteria.empathy).toMatchObject({ pairs: 2, bias: 0.2, mae: 0.2, state: "unmeasured" });
    expect(report.criteria.empathy!.languages).toMatchObject({
      en: { pairs: 1, bias: 0.1 },
      de: { pairs: 1, bias: 0.3 },
    });
    expect(report.criteria.resolution).toMatchObject({ pairs: 0, kappa: null });
  });

  it("does not count corrections, which people make where the machine is wrong", async () => {
    const { evaluation_id } = await evaluate("T-1");
    await rate(evaluation_id, "correction", { empathy: 0 });
    expect(await bench.qa.calibrationReport("standard")).toMatchObject({ rated: 0 });
    await expect(bench.qa.calibrationReport("none")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("5.1: the sample to be rated", () => {
  it("is drawn from what nobody rated yet, is the same tomorrow, and hides the machine's scores", async () => {
    for (let at = 0; at < 12; at++) await evaluate(`T-${at}`);
    const first = await bench.qa.calibrationSample("standard", 5);
    bench.advance(86_400_000);
    expect(await bench.qa.calibrationSample("standard", 5)).toEqual(first);
    expect(first.items).toHaveLength(5);
    expect(Object.keys(first.items[0]!)).toEqual(["evaluation_id", "conversation_id", "evaluated_at"]);
    await rate(first.items[0]!.evaluation_id, "calibration", { empathy: 1 });
    const next = await bench.qa.calibrationSample("standard", 12);
    expect(next.items).toHaveLength(11);
    expect(next.items.map(({ evaluation_id }) => evaluation_id)).not.toContain(first.items[0]!.evaluation_id);
  });
});
