import { createCountingIds } from "@otai/conformance/store/counting-ids";
import type { Ids } from "@otai/core/ports/surroundings";
import type { SolvedRecord } from "@otai/services/ports/solved-answers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OpenedStore } from "./reply-suite.ts";

const record = (ticketId: string, more: Partial<SolvedRecord> = {}): SolvedRecord => ({
  connection: "desk",
  ticketId,
  question: `Question\0 of ${ticketId}`,
  answer: `Answer of ${ticketId} ✓`,
  language: "en",
  at: 10,
  revision: 1,
  ...more,
});

/** What the answers to solved tickets must do on every database. */
export function solvedAnswersSuite(name: string, open: (ids: Ids) => Promise<OpenedStore>): void {
  describe(`answers to solved tickets: ${name}`, () => {
    let opened: OpenedStore;
    beforeEach(async () => {
      opened = await open(createCountingIds());
    });
    afterEach(() => opened.dispose());

    const put = (...records: SolvedRecord[]) =>
      opened.store.write(async ({ solvedAnswers }) => {
        for (const one of records) await solvedAnswers.put(one);
      });
    const list = (connection: string, ...tickets: string[]) =>
      opened.store.read(({ solvedAnswers }) => solvedAnswers.list(connection, tickets));

    it("one record per ticket and connection: a later one takes the place of the former", async () => {
      await put(record("1"), record("1", { connection: "other" }));
      await put(record("1", { answer: "Better.", language: null, at: 20, revision: 2 }));
      const question = "Question of 1";
      expect(await list("desk", "1", "2")).toEqual([
        record("1", { question, answer: "Better.", language: null, at: 20, revision: 2 }),
      ]);
      expect(await list("other", "1")).toEqual([record("1", { question, connection: "other" })]);
      expect(await list("desk")).toEqual([]);
    });

    it("changes are listed in the order of their revisions, which grow one by one", async () => {
      const { store } = opened;
      expect(await store.read((tx) => tx.solvedAnswers.revision())).toBe(0);
      const given = await Promise.all([1, 2, 3].map(() => store.write((tx) => tx.solvedAnswers.nextRevision())));
      expect(given.toSorted()).toEqual([1, 2, 3]);
      expect(await store.read((tx) => tx.solvedAnswers.revision())).toBe(3);
      await put(record("a", { revision: 3 }), record("b", { revision: 1 }), record("c", { revision: 2 }));
      const changed = await store.read((tx) => tx.solvedAnswers.listChanged(1, 1));
      expect(changed.map(({ ticketId }) => ticketId)).toEqual(["c"]);
      const rest = await store.read((tx) => tx.solvedAnswers.listChanged(1, 5));
      expect(rest.map(({ ticketId }) => ticketId)).toEqual(["c", "a"]);
    });

    it("the oldest of a connection beyond the bound are removed, those of other connections stay", async () => {
      await put(record("1", { at: 3 }), record("2", { at: 1 }), record("3", { at: 2 }), record("4", { at: 2 }));
      await put(record("1", { connection: "other", at: 0 }));
      const keep = (most: number) => opened.store.write((tx) => tx.solvedAnswers.keepNewest("desk", most));
      expect(await keep(4)).toBe(0);
      expect(await keep(2)).toBe(2);
      expect((await list("desk", "1", "2", "3", "4")).map(({ ticketId }) => ticketId).toSorted()).toEqual(["1", "4"]);
      expect(await list("other", "1")).toHaveLength(1);
    });

    it("answers are erased by ticket and by age", async () => {
      await put(record("1", { at: 5 }), record("2", { at: 6 }), record("1", { connection: "other", at: 7 }));
      const { store } = opened;
      expect(await store.write((tx) => tx.solvedAnswers.remove({ connection: "desk", ticketId: "1" }))).toBe(1);
      expect(await list("other", "1")).toHaveLength(1);
      expect(await store.write((tx) => tx.solvedAnswers.remove({ before: 7 }))).toBe(1);
      expect(await list("desk", "1", "2")).toEqual([]);
      expect(await list("other", "1")).toHaveLength(1);
    });
  });
}
