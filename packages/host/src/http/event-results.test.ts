import type { Run } from "@otai/core/ports/journal";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type HttpBench, openHttpBench } from "../testing/http-bench.ts";

let bench: HttpBench;
let eventId: string;
beforeEach(async () => {
  bench = await openHttpBench();
  const event = await bench.store.write((tx) =>
    tx.inbox.add({
      connectionUid: "c-1",
      ticketId: "T-1",
      kind: "customer-replied",
      key: "customer-replied:T-1:1",
      source: "webhook",
      occurredAt: 1,
      laneClass: "live",
    }),
  );
  eventId = event.eventId;
});
afterEach(() => bench.store.close());

const addRun = (facts: Partial<Run>) =>
  bench.store.write((tx) =>
    tx.journal.addRun({
      id: "r-1",
      lane: "l-1",
      connectionUid: "c-1",
      ticketId: "T-1",
      eventIds: [eventId],
      startedAt: 1,
      finishedAt: 2,
      outcome: "nothing-to-write",
      modelVersion: "m-1",
      policyVersion: null,
      language: "en",
      trace: {},
      ...facts,
    }),
  );
const results = async () => {
  const { results } = (await (await bench.ask(`/api/v1/events/${eventId}`)).json()) as { results: object[] };
  return results;
};

describe("GET /api/v1/events/{id}", () => {
  test.each([
    ["draft", "ticket.drafted"],
    ["sentiment", "customer.sentiment"],
    ["qa", "conversation.evaluated"],
  ])("what the step %s answered is the result %s", async (step, type) => {
    await addRun({ trace: { step, degraded: false, refused: [] } });
    const data = { ticket_id: "T-1", run_id: "r-1", model_version: "m-1", language: "en", degraded: false };
    expect(await results()).toEqual([{ type, data, decisions: [] }]);
  });

  test("an abstained field reports its neutral value, and the guess among the alternatives", async () => {
    const suggestion = { field: "category", value: "billing", confidence: 0.4, calibrated: true, alternatives: [] };
    const gates = { automateThreshold: null, suggestThreshold: 0.6, valueProven: false, abstainReason: null };
    await addRun({ trace: { suggestions: [{ ...suggestion, ...gates }] } });
    expect(await results()).toMatchObject([
      {
        type: "ticket.classified",
        data: {
          category: "unclassified",
          bands: { category: "abstain" },
          alternatives: { category: [{ value: "billing", confidence: 0.4 }] },
        },
      },
    ]);
  });

  test("runs of other events and of other connections with the same ticket id are not part of it", async () => {
    await addRun({ id: "r-2", eventIds: ["ev-other"], trace: { step: "qa" } });
    await addRun({ id: "r-3", connectionUid: "c-2", trace: { step: "qa" } });
    expect(await results()).toEqual([]);
  });
});
