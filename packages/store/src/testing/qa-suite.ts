import { createCountingIds } from "@otai/conformance/store/counting-ids";
import type { EvaluationRecord } from "@otai/services/ports/qa";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OtaiStore } from "../store-transaction.ts";

export interface QaStoreUnderTest {
  /** Another store over the same database. */
  open(): Promise<OtaiStore>;
  dispose(): Promise<void>;
}

const rubric = { id: "support", name: "Support", version: 1, criteria: [], groups: ["T1"], languages: [] };

function sampleEvaluation(id: string, more: Partial<EvaluationRecord> = {}): EvaluationRecord {
  return {
    id,
    conversationId: "T-1",
    connection: null,
    threadHash: "thread",
    rubricHash: "rubric",
    judge: "rules",
    rubricId: "support",
    rubricVersion: 1,
    resolutionId: null,
    team: "T1",
    queue: null,
    language: "en",
    at: 1000,
    figures: {
      dimensions: { empathy: 0.8 },
      criteria: [{ name: "empathy", weight: 1, critical: false, scale: [1, 5] }],
      agents: [{ agentId: "42", dimensions: ["empathy"] }],
      singleAgent: true,
      indices: [0, 1],
    },
    answer: { overall_score: 0.8, evaluation_id: id } as EvaluationRecord["answer"],
    human: null,
    calibration: null,
    dispute: null,
    ...more,
  };
}

const rating = { score: 0.5, dimensions: { empathy: 0.5 }, reason: "r", by: "kim", at: "2026-11-01T09:00:00.000Z" };

/** What the QA service expects of a store, on whatever engine. */
export function qaSuite(name: string, openUnderTest: () => Promise<QaStoreUnderTest>): void {
  describe(`QA repositories: ${name}`, () => {
    let underTest: QaStoreUnderTest;
    let store: OtaiStore;
    beforeEach(async () => {
      underTest = await openUnderTest();
      store = await underTest.open();
    });
    afterEach(async () => {
      await store.close();
      await underTest.dispose();
    });
    const add = (record: EvaluationRecord) => store.write((tx) => tx.qaEvaluations.add(record));

    it("5.1: a rubric's versions are kept side by side, and none is written twice", async () => {
      const record = (version: number) => ({ rubric: { ...rubric, version }, createdAt: version, createdBy: "kim" });
      expect(await store.write((tx) => tx.qaRubrics.add(record(1)))).toBe(true);
      expect(await store.write((tx) => tx.qaRubrics.add(record(2)))).toBe(true);
      expect(await store.write((tx) => tx.qaRubrics.add({ ...record(2), createdBy: "lee" }))).toBe(false);
      await store.write((tx) => tx.qaRubrics.add({ ...record(1), rubric: { ...rubric, id: "chat" } }));
      await store.read(async (tx) => {
        expect(await tx.qaRubrics.get("support", 1)).toEqual(record(1));
        expect(await tx.qaRubrics.latest("support")).toEqual(record(2));
        expect(await tx.qaRubrics.latest("none")).toBeNull();
        expect((await tx.qaRubrics.list()).map((known) => [known.rubric.id, known.rubric.version])).toEqual([
          ["chat", 1],
          ["support", 2],
        ]);
      });
    });

    it("D38: the same scored messages, rubric and judge are one evaluation, also for two who write at once", async () => {
      const other = await underTest.open();
      const kept = await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          (index % 2 === 0 ? store : other).write((tx) => tx.qaEvaluations.add(sampleEvaluation(`e-${index}`))),
        ),
      );
      await other.close();
      expect(new Set(kept.map(({ id }) => id)).size).toBe(1);
      const another = await add(sampleEvaluation("e-10", { judge: "model" }));
      expect(another.id).toBe("e-10");
      const known = await store.read((tx) => tx.qaEvaluations.find(sampleEvaluation("")));
      expect(known).toEqual(kept[0]);
    });

    it("D38: an evaluation is found by its resolution, the first where there are several", async () => {
      await add(sampleEvaluation("e-1", { resolutionId: "r-1" }));
      await add(sampleEvaluation("e-2", { resolutionId: "r-1", threadHash: "later", at: 2000 }));
      const find = (resolutionId: string) =>
        store.read((tx) => tx.qaEvaluations.findByResolution({ ...sampleEvaluation(""), resolutionId }));
      expect((await find("r-1"))?.id).toBe("e-1");
      const elsewhere = { ...sampleEvaluation(""), connection: "shop", resolutionId: "r-1" };
      expect(await store.read((tx) => tx.qaEvaluations.findByResolution(elsewhere))).toBeNull();
      expect(await find("r-2")).toBeNull();
    });

    it("evaluations of a period come by time, in pages, without their texts", async () => {
      for (const [index, at] of [3000, 1000, 2000, 2000, 4000].entries())
        await add(
          sampleEvaluation(`e-${index}`, { at, threadHash: String(index), rubricId: index === 4 ? "chat" : "support" }),
        );
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof list>> = await list(cursor);
        seen.push(...page.items.map(({ id }) => id));
        expect(page.items[0]).not.toHaveProperty("answer");
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(seen).toEqual(["e-1", "e-2", "e-3", "e-0"]);
      function list(after: string | null) {
        return store.read((tx) => tx.qaEvaluations.list({ from: 1000, to: 4000, rubricId: null }, 2, after));
      }
      const chat = await store.read((tx) => tx.qaEvaluations.list({ from: 0, to: 9000, rubricId: "chat" }, 10, null));
      expect(chat.items.map(({ id }) => id)).toEqual(["e-4"]);
    });

    it("5.1: human ratings stand beside the machine's answer, and a calibration outlives a later correction", async () => {
      const machine = await add(sampleEvaluation("e-1"));
      const calibration = { ...rating, purpose: "calibration" as const };
      const correction = { ...rating, score: 0.9, purpose: "correction" as const };
      for (const human of [calibration, correction]) await store.write((tx) => tx.qaEvaluations.setHuman("e-1", human));
      expect(await store.read((tx) => tx.qaEvaluations.get("e-1"))).toEqual({
        ...machine,
        human: correction,
        calibration,
      });
      const rated = await store.read((tx) => tx.qaEvaluations.listRated("support", 1));
      expect(rated.map(({ id }) => id)).toEqual(["e-1"]);
      expect(await store.read((tx) => tx.qaEvaluations.listRated("support", 2))).toEqual([]);
    });

    it("5.1: disputes and the history of reviews", async () => {
      await add(sampleEvaluation("e-1"));
      const dispute = { state: "open" as const, reason: "r", dimensions: [], by: "kim", at: rating.at, outcome: null };
      const ids = createCountingIds();
      const review = { evaluationId: "e-1", at: 5, actor: "kim", body: { reason: "r" } };
      const records = (["override", "dispute", "outcome"] as const).map((kind) => ({
        ...review,
        kind,
        id: ids.next("rv"),
      }));
      await store.write(async (tx) => {
        await tx.qaEvaluations.setDispute("e-1", dispute);
        for (const record of records) await tx.qaReviews.add(record);
      });
      expect(await store.read((tx) => tx.qaReviews.list("e-1"))).toEqual(records);
      expect(await store.read((tx) => tx.qaReviews.list("e-2"))).toEqual([]);
      expect((await store.read((tx) => tx.qaEvaluations.get("e-1")))?.dispute).toEqual(dispute);
    });

    it("U11: a backfill's progress is kept by name", async () => {
      const progress = {
        ...{ name: "2026", state: "running" as const, cursor: "T-7", rubric: "standard@1", seen: 7, evaluated: 5 },
        ...{ notEligible: { too_short: 2 }, failed: 0, updatedAt: 9 },
      };
      expect(await store.read((tx) => tx.qaBackfills.get("2026"))).toBeNull();
      await store.write((tx) => tx.qaBackfills.put(progress));
      await store.write((tx) => tx.qaBackfills.put({ ...progress, state: "done", seen: 8 }));
      expect(await store.read((tx) => tx.qaBackfills.get("2026"))).toEqual({ ...progress, state: "done", seen: 8 });
    });
  });
}
