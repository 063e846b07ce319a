import type { Ticket } from "@otai/plugin-api/ticket";
import type { RoutingRule } from "@otai/service-api/routing-rule";
import { sampleDesk, sampleRule, trainSample } from "@otai/services/triage/testing/samples";
import { createTriageBench, type TriageBench } from "@otai/services/triage/testing/triage-bench";
import { createLanguageDetector } from "@otai/text/language";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createInProcessTriage } from "./in-process-triage.ts";

const serving = trainSample();
const ticket = {
  ...{
    id: "T-1",
    subject: "Charged twice",
    body: "I was charged twice on my card, the invoice is wrong.",
    language: "en",
  },
  ...{ tags: [], customFields: {}, channel: "email", requester: null, type: null, priority: null },
} as unknown as Ticket;

let bench: TriageBench;
afterEach(() => bench.close());

async function open(rules: readonly RoutingRule[]) {
  const roster = () => Promise.reject(new Error("a run assigns nobody"));
  bench = await createTriageBench({ desks: [sampleDesk({ serving, roster })] });
  if (rules.length > 0) await bench.triage.replaceRules(rules, 0, "admin");
  const triage = createInProcessTriage({
    ...{ champions: { get: async () => serving }, detector: await createLanguageDetector() },
    ...{ service: bench.triage, nameOf: () => "desk" },
  });
  return () => triage.suggest({ connectionUid: "cn-1", ticket, precision: {} });
}

const queueOf = ({ suggestions }: { suggestions: readonly { field: string; value: string }[] }) =>
  suggestions.find(({ field }) => field === "queue");

describe("triage of a run", () => {
  const toShipping = [
    sampleRule("bills", 1, { category: ["billing"] }, { team: "logistics", group_name: "Shipping", strategy: "skill" }),
    sampleRule("rest", 2, {}, { team: "support" }),
  ];

  it("the queue is that of the rule, as sure as the category, with the rule's reason and no agent", async () => {
    const answer = await (await open(toShipping))();
    const category = answer.suggestions.find(({ field }) => field === "category")!;
    expect(category.value).toBe("billing");
    expect(queueOf(answer)).toMatchObject({
      value: "Shipping",
      confidence: category.confidence,
      explanation: { summary: "bills: high urgency, category billing" },
    });
    expect(answer.suggestions.filter(({ field }) => field === "queue")).toHaveLength(1);
  });

  it("reads the rules once per ticket", async () => {
    const suggest = await open(toShipping);
    const reads = vi.spyOn(bench.store, "read");
    await suggest();
    expect(reads).toHaveBeenCalledTimes(1);
  });

  it("without rules, and where a rule has no group here, the queue is that of the model", async () => {
    expect(queueOf(await (await open([]))())).toMatchObject({ value: "Billing" });
    await bench.close();
    expect(queueOf(await (await open([sampleRule("rest", 1, {}, { team: "support" })]))())).toMatchObject({
      value: "Billing",
    });
  });
});
