import type { Run } from "@otai/core/ports/journal";
import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import { dryRunRules } from "@otai/services/triage/dry-run-rules";
import { sampleDesk, sampleRule } from "@otai/services/triage/testing/samples";
import { openSqliteStore } from "@otai/store/sqlite-store";
import type { OtaiStore } from "@otai/store/store-transaction";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createJudgedTickets } from "./judged-tickets.ts";

const day = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 10, 20, 12);

let store: OtaiStore;
let written: number;
beforeEach(async () => {
  written = 0;
  store = await openSqliteStore({ path: ":memory:", ids: { next: (prefix) => `${prefix}-0` } });
});
afterEach(() => store.close());

const said = (field: string, value: string, more: object = {}) => ({
  ...{ field, value, confidence: 0.9, suggestThreshold: 0.6, abstainReason: null, explanation: {} },
  ...more,
});

/** Written in the order of time, as runs are. */
async function addRun(ticketId: string, category: string, more: Partial<Run> = {}): Promise<void> {
  written += 1;
  const connectionUid = more.connectionUid ?? "cn-1";
  await store.write((tx) =>
    tx.journal.addRun({
      ...{ id: `r-${String(written).padStart(6, "0")}`, lane: `${connectionUid}:${ticketId}`, connectionUid, ticketId },
      ...{ eventIds: [], startedAt: now - day, finishedAt: null, outcome: "written" },
      ...{ modelVersion: "m-1", policyVersion: "p-1", language: "de" },
      trace: { step: "triage", suggestions: [said("category", category), said("urgency", "high")] },
      ...more,
    }),
  );
}

function list(query: { connection?: string | null; most?: number; since?: number } = {}) {
  const connected = () =>
    [
      { uid: "cn-1", name: "desk" },
      { uid: "cn-2", name: "shop" },
    ] as ConnectedSystem[];
  const judged = createJudgedTickets({ store, connected });
  return judged.list({ connection: null, most: 2_000, since: now - 7 * day, ...query });
}

describe("the tickets that were judged", () => {
  it("with category, urgency, language and time, newest first", async () => {
    await addRun("1", "billing", { startedAt: now - 3 * day });
    await addRun("2", "shipping");
    expect(await list()).toEqual({
      truncated: false,
      tickets: [
        {
          ...{ connection: "desk", ticketId: "2", category: "shipping" },
          ...{ urgency: "high", language: "de", judgedAt: now - day },
        },
        expect.objectContaining({ ticketId: "1", category: "billing", judgedAt: now - 3 * day }),
      ],
    });
  });

  it("each once, as judged last; the same id of another ticket system is another ticket", async () => {
    await addRun("1", "billing");
    await addRun("1", "shipping");
    await addRun("1", "sales", { connectionUid: "cn-2" });
    const { tickets } = await list();
    expect(tickets.map(({ connection, category }) => [connection, category])).toEqual([
      ["shop", "sales"],
      ["desk", "shipping"],
    ]);
    expect((await list({ connection: "desk" })).tickets).toHaveLength(1);
  });

  it("a category that was not sure enough, or silent for a reason, is unclassified", async () => {
    const suggestions = (more: object) => ({ step: "triage", suggestions: [said("category", "billing", more)] });
    await addRun("1", "", { trace: suggestions({ confidence: 0.59 }) });
    await addRun("2", "", { trace: suggestions({ abstainReason: "novel_topic" }) });
    const { tickets } = await list();
    expect(tickets).toMatchObject([
      { category: "unclassified", urgency: "medium" },
      { category: "unclassified", urgency: "medium" },
    ]);
  });

  it("neither older ones, nor other steps, nor those whose trace was erased, nor of connections that are gone", async () => {
    await addRun("1", "billing", { startedAt: now - 8 * day });
    await addRun("2", "billing", { trace: { step: "sentiment" } });
    await addRun("3", "billing", { trace: {} });
    await addRun("4", "billing", { connectionUid: "cn-gone" });
    expect(await list()).toEqual({ tickets: [], truncated: false });
  });

  it("across the pages of the journal, and not more than asked for", async () => {
    for (let id = 0; id < 1_100; id += 1) await addRun(String(id), "billing");
    expect((await list()).tickets).toHaveLength(1_100);
    const { tickets, truncated } = await list({ most: 1_000 });
    expect([tickets.length, truncated, tickets[0]!.ticketId]).toEqual([1_000, true, "1099"]);
  });

  it("5.4: a dry run over them counts each where it would go", async () => {
    await addRun("1", "billing");
    await addRun("2", "shipping");
    const tried = [sampleRule("bills", 1, { category: ["billing"] }), sampleRule("rest", 2, {}, { team: "support" })];
    const { tickets } = await list();
    const answer = dryRunRules({ tickets, deskOf: () => sampleDesk(), tried, inForce: [] });
    expect(answer).toMatchObject({
      rules: [
        { rule_id: "bills", tickets: 1, examples: ["1"] },
        { rule_id: "rest", tickets: 1, examples: ["2"] },
      ],
      changed: { tickets: 1, examples: [{ ticket_id: "2", connection: "desk", from: "shipping", to: "support" }] },
    });
  });
});
