import type { TrainingExample, WrittenQueue } from "@otai/core/ports/learning";
import { describe, expect, it } from "vitest";
import { isLearned, isOfHumans, trustLabels } from "./trust-labels.ts";

function example(ticketId: string, queue: string): TrainingExample {
  return {
    ...{ connectionUid: "cn-1", ticketId, subject: "Charged twice", body: "", metadata: [], language: null },
    ...{ sender: null, createdAt: 0, provenance: "human_set", labels: { queue, priority: "low" } },
  };
}

function written(ticketId: string, change: Partial<WrittenQueue> = {}): WrittenQueue {
  const open = { outcome: null, outcomeValue: null, outcomeAt: null };
  return { ticketId, value: "Billing", writtenAt: 0, ...open, ...change };
}

describe("U12: what a label is worth", () => {
  it("a queue that AI wrote is no human's word, unless an agent chose another one", () => {
    const kept = written("1", { outcome: "kept", outcomeValue: "Billing", outcomeAt: 5 });
    const changed = written("3", { outcome: "changed", outcomeValue: "Returns", outcomeAt: 5 });
    const [first, second, third, fourth] = trustLabels(
      [example("1", "Billing"), example("2", "Billing"), example("3", "Returns"), example("4", "Billing")],
      [kept, written("2"), changed],
    );
    expect([first, second, third, fourth].map((one) => one!.provenance)).toEqual([
      ...["ai_kept", "ai_unseen", "human_set", "human_set"],
    ]);
    expect([first!, second!, third!].map(isOfHumans)).toEqual([false, false, true]);
  });

  it("a queue that was changed by a bulk action teaches nothing, the ticket's priority does", () => {
    const moves = Array.from({ length: 12 }, (_, at) =>
      written(`m${at}`, { outcome: "changed", outcomeValue: "Returns", outcomeAt: 1000 * at }),
    );
    const trusted = trustLabels(
      moves.map(({ ticketId }) => example(ticketId, "Returns")),
      moves,
    );
    expect(new Set(trusted.map(({ labels }) => JSON.stringify(labels)))).toEqual(new Set(['{"priority":"low"}']));
  });

  it("half of the rows that AI wrote and people kept are learned, a quarter of those that nobody saw, all others", () => {
    const rows = Array.from({ length: 2000 }, (_, at) => example(String(at), "Billing"));
    const shareOf = (provenance: TrainingExample["provenance"]) =>
      rows.filter((row) => isLearned({ ...row, provenance })).length / rows.length;
    expect(shareOf("human_set")).toBe(1);
    expect(shareOf("human_confirmed")).toBe(1);
    expect(shareOf("ai_kept")).toBeCloseTo(0.5, 1);
    expect(shareOf("ai_unseen")).toBeCloseTo(0.25, 1);
  });
});
