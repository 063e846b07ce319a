import { describe, expect, it } from "vitest";
import { samplePolicy } from "../testing/samples.ts";
import { permissionOf } from "./permission.ts";

const intent = {
  queue: { id: "12", name: "Billing" },
  priority: "high",
  type: "Billing",
  customFields: { cf_ai_category: "billing" },
  addTags: ["ai-category:billing"],
} as const;

describe("an effect that was planned before the policy changed", () => {
  it("is written as planned while the policy still says automate", () => {
    expect(permissionOf(samplePolicy("automate")).reduce({ purpose: "triage", intent: intent })).toEqual(intent);
  });

  it("keeps AI fields and tags only after going back to suggest", () => {
    const { customFields, addTags } = intent;
    expect(permissionOf(samplePolicy("suggest")).reduce({ purpose: "triage", intent: intent })).toEqual({
      customFields,
      addTags,
    });
  });

  it("U10: is not written at all after going back to shadow", () => {
    expect(permissionOf(samplePolicy("shadow")).reduce({ purpose: "triage", intent: intent })).toBeNull();
  });

  it("C16: waits while AI writes are paused, and burns no attempt", () => {
    const paused = permissionOf(samplePolicy("automate", { paused: true }));
    expect(() => paused.assertNotPaused()).toThrow(expect.objectContaining({ code: "paused" }));
  });
});
