import type { TrainingExample } from "@otai/core/ports/learning";
import type { StoredCorrection } from "@otai/services/ports/triage";
import { describe, expect, it } from "vitest";
import { applyCorrections } from "./apply-corrections.ts";

function example(ticketId: string, labels: Record<string, string>): TrainingExample {
  return {
    connectionUid: "cn-1",
    ticketId,
    subject: "Charged twice",
    body: "",
    labels,
    metadata: [],
    language: null,
    sender: null,
    createdAt: 0,
    provenance: "ai_kept",
  };
}

function correction(ticketId: string, field: string, value: string): StoredCorrection {
  return {
    id: "co-1",
    connection: "desk",
    ticketId,
    classificationId: null,
    field,
    value,
    actor: null,
    reason: null,
    recordedAt: 0,
  };
}

const history = [
  example("1", { queue: "Returns & Refunds", priority: "low" }),
  example("2", { queue: "Billing", priority: "low" }),
];

describe("F05: corrections become labels of the next model", () => {
  it("a category is the queue that it is named after, an urgency the priority that it stands for", () => {
    const [first, second] = applyCorrections(history, [
      correction("1", "category", "billing"),
      correction("1", "urgency", "critical"),
      correction("2", "category", "returns_refunds"),
    ]);
    expect(first).toMatchObject({ labels: { queue: "Billing", priority: "urgent" }, provenance: "human_set" });
    expect(second).toMatchObject({ labels: { queue: "Returns & Refunds", priority: "low" } });
  });

  it("the last word counts; tickets without one stay as they are", () => {
    const [first, second] = applyCorrections(history, [
      correction("1", "queue", "Billing"),
      correction("1", "queue", "Sales"),
      correction("404", "queue", "Billing"),
    ]);
    expect(first?.labels.queue).toBe("Sales");
    expect(second).toBe(history[1]);
  });

  it("a category of the site's own is a label of its own", () => {
    expect(applyCorrections(history, [correction("1", "category", "shipping_damage")])[0]?.labels).toEqual({
      queue: "Returns & Refunds",
      priority: "low",
      category: "shipping_damage",
    });
  });
});
