import type { FieldDefinition } from "@otai/plugin-api/field-definition";
import { describe, expect, it } from "vitest";
import { sampleTicket } from "../testing/samples.ts";
import { aiFieldsFor, aiFieldValues } from "./ai-labels.ts";

const text = (key: string, label: string): FieldDefinition => ({
  key: `custom_fields.${key}`,
  label,
  kind: "text",
  choices: null,
  writable: true,
});
const labels = { category: "billing", urgency: "high", confidence: 0.93 };

describe("D08: where the AI's own fields are", () => {
  it.each([
    ["by label, whatever the key is", text("360012", "AI Category"), "360012"],
    ["by Freshdesk's key", text("cf_ai_category", "Kategorie"), "cf_ai_category"],
    ["by a key without prefix", text("ai_category", "Kategorie"), "ai_category"],
    ["by the name of a dynamic field, which takes no spaces", text("AICategory", "AICategory"), "AICategory"],
  ])("%s", (_, field, key) => {
    expect(aiFieldValues([text("cf_other", "Other"), field], labels)).toEqual({ [key]: "billing" });
  });

  it("the label goes before the key", () => {
    const fields = [text("cf_ai_category", "Old"), text("cf_2", "AI category")];
    expect(aiFieldValues(fields, labels)).toEqual({ cf_2: "billing" });
  });

  it("a name that only ends alike is somebody else's field, and one that is read-only is left alone", () => {
    const readOnly = { ...text("ai_urgency", "AI Urgency"), writable: false };
    expect(aiFieldValues([text("thai_category", "Thai category"), readOnly], labels)).toEqual({});
  });

  it("the names that are longer than a category may be are found too, and what stands there already is left out", () => {
    const fields = [text("AISentiment", "AISentiment"), text("AIEscalationRisk", "AIEscalationRisk")];
    const ticket = sampleTicket({ customFields: { AISentiment: "negative" } });
    expect(aiFieldsFor(fields, ticket, { ai_sentiment: "negative", ai_escalation_risk: "0.65" })).toEqual({
      AIEscalationRisk: "0.65",
    });
  });
});
