import { describe, expect, it } from "vitest";
import { sampleTicket } from "../testing/samples.ts";
import { attribute } from "./attribute.ts";
import type { Decision } from "./decision.ts";

const targets = new Map([["queue", "queue"]]);

function decision(change: Partial<Decision & { written: boolean }>) {
  return {
    field: "queue",
    value: "Billing",
    confidence: 0.9,
    decision: "automate",
    wouldBe: null,
    mode: "automate",
    reason: "",
    previous: null,
    threshold: 0.9,
    written: true,
    ...change,
  } as const;
}

const billing = { id: "12", name: "Billing" };
const support = { id: "13", name: "Support" };

describe("outcomes", () => {
  it("a written value that an agent changed counts at once", () => {
    const moved = sampleTicket({ queue: support, updatedAt: 77 });
    expect(attribute([decision({})], moved, targets)).toEqual([
      { field: "queue", outcome: "changed", value: "Support", at: 77 },
    ]);
  });

  it("a written value that stands counts as kept only when the ticket is solved", () => {
    expect(attribute([decision({})], sampleTicket({ queue: billing }), targets)).toEqual([]);
    const solved = sampleTicket({ queue: billing, status: "solved" });
    expect(attribute([decision({})], solved, targets)[0]?.outcome).toBe("kept");
  });

  it("a shadow decision is compared with what people did", () => {
    const shadow = decision({ decision: "shadow", wouldBe: "automate", mode: "shadow", written: false });
    const solved = sampleTicket({ queue: support, status: "closed" });
    expect(attribute([shadow], solved, targets)[0]?.outcome).toBe("changed");
  });

  it("an abstention that a human filled otherwise is ignored, not wrong", () => {
    const abstained = decision({ decision: "abstain", written: false });
    const solved = sampleTicket({ queue: support, status: "solved" });
    expect(attribute([abstained], solved, targets)[0]?.outcome).toBe("ignored");
  });
});
