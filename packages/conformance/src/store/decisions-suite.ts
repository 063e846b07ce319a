import type { DecisionQuery } from "@otai/core/ports/journal";
import { describe, expect, it } from "vitest";
import { sampleDecision, sampleRun } from "./samples.ts";
import type { UseBench } from "./store-bench.ts";

const everything: DecisionQuery = { limit: 100, cursor: null };

export function decisionsSuite(bench: UseBench): void {
  const idsOf = async (query: Partial<DecisionQuery>) =>
    (await bench().store.read((tx) => tx.journal.listDecisions({ ...everything, ...query }))).items.map(({ id }) => id);

  describe("runs", () => {
    it("are given back as stored, and as finished", async () => {
      const { store } = bench();
      await store.write((tx) => tx.journal.addRun(sampleRun("r-1")));
      expect(await store.read((tx) => tx.journal.getRun("r-1"))).toEqual(sampleRun("r-1"));
      await store.write((tx) => tx.journal.finishRun("r-1", "written", 77, { refused: [] }));
      const finished = sampleRun("r-1", { outcome: "written", finishedAt: 77, trace: { refused: [] } });
      expect(await store.read((tx) => tx.journal.getRun("r-1"))).toEqual(finished);
      expect(await store.read((tx) => tx.journal.getRun("r-2"))).toBeNull();
    });

    it("are listed newest first, in pages, of one ticket or all", async () => {
      const { store } = bench();
      for (const id of ["r-1", "r-2", "r-3", "r-4"]) {
        await store.write((tx) => tx.journal.addRun(sampleRun(id, { ticketId: id === "r-2" ? "2" : "1" })));
      }
      const first = await store.read((tx) => tx.journal.listRuns({ limit: 3, cursor: null }));
      expect(first.items.map((run) => run.id)).toEqual(["r-4", "r-3", "r-2"]);
      const rest = await store.read((tx) => tx.journal.listRuns({ limit: 3, cursor: first.nextCursor }));
      expect(rest.items.map((run) => run.id)).toEqual(["r-1"]);
      expect(rest.nextCursor).toBeNull();
      const ofTicket = await store.read((tx) => tx.journal.listRuns({ ticketId: "2", limit: 3, cursor: null }));
      expect(ofTicket.items.map((run) => run.id)).toEqual(["r-2"]);
    });
  });

  describe("decisions", () => {
    it("are given back as stored", async () => {
      const { store } = bench();
      const decisions = [
        sampleDecision("d-2", {
          written: true,
          outcome: "kept",
          wouldBe: "abstain",
          mode: "shadow",
          decision: "shadow",
        }),
        sampleDecision("d-1", { value: null, confidence: null, threshold: null, previous: "Post 📮" }),
      ];
      await store.write((tx) => tx.journal.addDecisions(decisions));
      await store.write((tx) => tx.journal.addDecisions([]));
      expect((await store.read((tx) => tx.journal.listDecisions(everything))).items).toEqual(decisions);
    });

    it("are found by ticket system, ticket, run and field, newest first, in pages", async () => {
      const { store } = bench();
      await store.write((tx) =>
        tx.journal.addDecisions([
          sampleDecision("d-1", { ticketId: "1", runId: "r-1", field: "queue" }),
          sampleDecision("d-2", { ticketId: "1", runId: "r-1", field: "priority" }),
          sampleDecision("d-3", { ticketId: "2", runId: "r-2", field: "queue" }),
          sampleDecision("d-4", { ticketId: "1", runId: "r-3", field: "queue", ticketSystem: "other desk" }),
        ]),
      );
      expect(await idsOf({})).toEqual(["d-4", "d-3", "d-2", "d-1"]);
      expect(await idsOf({ ticketSystem: "desk", ticketId: "1" })).toEqual(["d-2", "d-1"]);
      expect(await idsOf({ runId: "r-2" })).toEqual(["d-3"]);
      expect(await idsOf({ field: "queue" })).toEqual(["d-4", "d-3", "d-1"]);
      const page = await store.read((tx) => tx.journal.listDecisions({ limit: 3, cursor: null }));
      expect(await idsOf({ cursor: page.nextCursor })).toEqual(["d-1"]);
    });

    it("those that were written are marked, field by field", async () => {
      const { store } = bench();
      await store.write((tx) =>
        tx.journal.addDecisions([
          sampleDecision("d-1", { field: "queue" }),
          sampleDecision("d-2", { field: "priority" }),
          sampleDecision("d-3", { field: "queue", runId: "r-2" }),
        ]),
      );
      await store.write((tx) => tx.journal.markWritten("r-1", ["queue"]));
      await store.write((tx) => tx.journal.markWritten("r-1", []));
      const { items } = await store.read((tx) => tx.journal.listDecisions(everything));
      expect(items.map((decision) => [decision.id, decision.written])).toEqual([
        ["d-3", false],
        ["d-2", false],
        ["d-1", true],
      ]);
    });

    it("automated ones that were not written after all become suggestions, with the reason", async () => {
      const { store } = bench();
      await store.write((tx) =>
        tx.journal.addDecisions([
          sampleDecision("d-1", { field: "queue" }),
          sampleDecision("d-2", { field: "priority", written: true }),
          sampleDecision("d-3", { field: "type", decision: "abstain", reason: "unsure" }),
          sampleDecision("d-4", { field: "queue", runId: "r-2" }),
        ]),
      );
      await store.write((tx) => tx.journal.lowerUnwritten("r-1", ["queue", "priority", "type"], "an agent was faster"));
      const { items } = await store.read((tx) => tx.journal.listDecisions(everything));
      expect(items.map((decision) => [decision.id, decision.decision])).toEqual([
        ["d-4", "automate"],
        ["d-3", "abstain"],
        ["d-2", "automate"],
        ["d-1", "suggest"],
      ]);
      expect(items[3]?.reason).toBe("an agent was faster");
    });

    it("an outcome closes the open decisions of its field; one that is known stays", async () => {
      const { store } = bench();
      await store.write((tx) =>
        tx.journal.addDecisions([
          sampleDecision("d-1", { field: "queue", outcome: "changed" }),
          sampleDecision("d-2", { field: "queue", runId: "r-2" }),
          sampleDecision("d-3", { field: "priority" }),
          sampleDecision("d-4", { field: "queue", ticketId: "2" }),
        ]),
      );
      const open = async () => (await store.read((tx) => tx.journal.openDecisions("c-1/1"))).map(({ id }) => id);
      expect(await open()).toEqual(["d-2", "d-3"]);
      await store.write((tx) =>
        tx.journal.setOutcomes("c-1/1", [{ field: "queue", outcome: "kept", value: "Billing", at: 7 }]),
      );
      expect(await open()).toEqual(["d-3"]);
      const { items } = await store.read((tx) => tx.journal.listDecisions(everything));
      expect(items.map((decision) => decision.outcome)).toEqual([null, null, "kept", "changed"]);
    });

    it("U01: automated writes are listed newest first, with those that agents changed since", async () => {
      const { store } = bench();
      const written = { written: true, createdAt: 5 };
      await store.write(async (tx) => {
        await tx.journal.addDecisions([
          sampleDecision("d-1", { ...written, ticketId: "1" }),
          sampleDecision("d-2", { ...written, ticketId: "2", value: "Support" }),
          sampleDecision("d-3", { ticketId: "3" }),
          sampleDecision("d-4", { ...written, ticketId: "4", decision: "suggest" }),
          sampleDecision("d-5", { ...written, ticketId: "5", connectionUid: "c-2" }),
        ]);
        await tx.journal.setOutcomes("c-1/1", [{ field: "queue", outcome: "changed", value: "Support", at: 77 }]);
      });
      expect(await store.read((tx) => tx.learning.automatedWrites("c-1", 10))).toEqual([
        { field: "queue", value: "Support", changed: false, createdAt: 5 },
        { field: "queue", value: "Billing", changed: true, createdAt: 5 },
      ]);
      expect(await store.read((tx) => tx.learning.automatedWrites("c-1", 1))).toHaveLength(1);
    });

    it("U12: of the queues that were written the last one of each ticket is known, and what became of it", async () => {
      const { store } = bench();
      const written = { written: true, createdAt: 5 };
      await store.write(async (tx) => {
        await tx.journal.addDecisions([
          sampleDecision("d-1", { ...written, ticketId: "1", value: "Support", outcome: "changed" }),
          sampleDecision("d-2", { ...written, ticketId: "1" }),
          sampleDecision("d-3", { ...written, ticketId: "2" }),
          sampleDecision("d-4", { ...written, ticketId: "3", field: "priority", value: "high" }),
          sampleDecision("d-5", { ticketId: "4" }),
        ]);
        await tx.journal.setOutcomes("c-1/1", [{ field: "queue", outcome: "changed", value: "Returns", at: 77 }]);
      });
      const open = { value: "Billing", writtenAt: 5, outcome: null, outcomeValue: null, outcomeAt: null };
      expect(await store.read((tx) => tx.learning.writtenQueues("c-1"))).toEqual([
        { ...open, ticketId: "1", outcome: "changed", outcomeValue: "Returns", outcomeAt: 77 },
        { ...open, ticketId: "2" },
      ]);
    });

    it("F05: tickets that agents decided otherwise are news, each once, from their last change on", async () => {
      const { store } = bench();
      await store.write(async (tx) => {
        await tx.journal.addDecisions([
          sampleDecision("d-1", { field: "queue" }),
          sampleDecision("d-2", { field: "priority" }),
          sampleDecision("d-3", { ticketId: "2" }),
        ]);
        const changed = { outcome: "changed", value: "other", at: 77 } as const;
        await tx.journal.setOutcomes("c-1/1", [
          { field: "queue", ...changed },
          { field: "priority", ...changed },
        ]);
        await tx.journal.setOutcomes("c-1/2", [{ field: "queue", ...changed, outcome: "kept" }]);
      });
      const newsSince = (since: number) =>
        store.read((tx) => tx.learning.countNews({ uid: "c-1", name: "desk" }, since));
      expect(await newsSince(76)).toBe(1);
      expect(await newsSince(77)).toBe(0);
    });

    it("are counted by field, decision, written and outcome", async () => {
      const { store } = bench();
      await store.write((tx) =>
        tx.journal.addDecisions([
          sampleDecision("d-1"),
          sampleDecision("d-2"),
          sampleDecision("d-3", { written: true, outcome: "kept" }),
        ]),
      );
      const counts = await store.read((tx) => tx.journal.countDecisions());
      expect(counts.toSorted((a, b) => b.count - a.count)).toEqual([
        { field: "queue", decision: "automate", written: false, outcome: null, count: 2 },
        { field: "queue", decision: "automate", written: true, outcome: "kept", count: 1 },
      ]);
    });
  });
}
