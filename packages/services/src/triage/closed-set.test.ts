import type { Prediction } from "@otai/intelligence/model";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { classify } from "./classify.ts";
import { type JudgeText, lying, negative, openJudge, serving, twice } from "./testing/judge.ts";
import { sampleDesk, sampleRequest } from "./testing/samples.ts";

let judge: JudgeText;
beforeAll(async () => {
  judge = await openJudge();
});

describe("F04 U02: the set is closed", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.constantFrom(
      "",
      " ",
      "null",
      "Billing ",
      "billing",
      "BILLING",
      "__proto__",
      "constructor",
      "toString",
      "{}",
      "unclassified",
      "Shipping; DROP TABLE",
      "urgent",
      "normal",
    ),
    fc.constantFrom(null, undefined, 7, {}, []),
  );
  const confidence = fc.oneof(
    fc.double({ min: -1, max: 2 }),
    fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 1, 0.99),
  );

  it("10,000 hostile outputs: 0 unknown values, and none passes for a fact", () => {
    let said: { value: unknown; confidence: number } = { value: "", confidence: 0 };
    const desk = lying(() => ({ ...said, alternatives: [said], novel: false }) as Partial<Prediction>);
    const parts = {
      desk,
      detector: { detect: () => ({ language: null, confidence: 0 }) },
      judgeTone: () => negative,
      id: "c-1",
    };
    const request = sampleRequest(twice);
    const categories = ["billing", "shipping", "unclassified"];
    fc.assert(
      fc.property(hostile, confidence, (value, sureness) => {
        said = { value, confidence: sureness };
        const answer = classify(request, parts);
        expect(categories).toContain(answer.category);
        for (const one of answer.alternatives.category) expect(categories).toContain(one.value);
        for (const one of answer.alternatives.urgency)
          expect(["low", "medium", "high", "critical"]).toContain(one.value);
        expect(["low", "medium", "high", "critical"]).toContain(answer.urgency);
        for (const number of Object.values(answer.confidences)) expect(number >= 0 && number <= 1).toBe(true);
        if (value !== "Billing" && value !== "Shipping") expect(answer.abstain_reason).toBe("invalid_model_output");
      }),
      { numRuns: 10_000 },
    );
  });

  it("a model of labels that the configuration has dropped abstains", () => {
    const categories = [{ name: "returns", description: "Returns of goods", examples: [], parent: null }];
    expect(judge(twice, sampleDesk({ serving, categories }))).toMatchObject({
      category: "unclassified",
      engine: "rules",
    });
  });
});
