import type { TrainingExample } from "@otai/core/ports/learning";
import { describe, expect, it } from "vitest";
import { sampleExample, sampleModel } from "./samples.ts";
import type { UseBench } from "./store-bench.ts";

export function learningSuite(bench: UseBench): void {
  async function listAll(connectionUid: string, pageSize: number): Promise<TrainingExample[]> {
    const all: TrainingExample[] = [];
    let cursor: string | null = null;
    do {
      const page = await bench().store.read((tx) => tx.learning.listExamples(connectionUid, pageSize, cursor));
      all.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return all;
  }

  describe("training examples", () => {
    it("are listed oldest first in pages, each once, also where many share an instant", async () => {
      const { store } = bench();
      const examples = Array.from({ length: 700 }, (_, index) =>
        sampleExample(String(index), { createdAt: 1000 + Math.floor(index / 100) }),
      );
      await store.write((tx) => tx.learning.putExamples(examples.toReversed()));
      const listed = await listAll("c-1", 64);
      expect(listed.map((example) => example.createdAt)).toEqual(examples.map((example) => example.createdAt));
      expect(new Set(listed.map((example) => example.ticketId)).size).toBe(700);
      expect(await store.read((tx) => tx.learning.countExamples("c-1"))).toBe(700);
    });

    it("a newer one of the same ticket replaces the older, also within one call", async () => {
      const { store } = bench();
      const changed = sampleExample("1", {
        subject: "Rückgabe",
        labels: { queue: "Returns" },
        metadata: [],
        language: null,
        sender: null,
        createdAt: 5,
        provenance: "human_confirmed",
      });
      await store.write((tx) => tx.learning.putExamples([sampleExample("1"), sampleExample("2")]));
      await store.write((tx) => tx.learning.putExamples([sampleExample("1", { subject: "once" }), changed]));
      await store.write((tx) => tx.learning.putExamples([]));
      expect(await listAll("c-1", 10)).toEqual([changed, sampleExample("2")]);
    });

    it("text that mail programs produce is stored: emoji, right-to-left, NUL", async () => {
      const { store } = bench();
      const odd = sampleExample("1", { subject: "📦 مرحبا", body: "before\0after 'quoted' %s ?" });
      await store.write((tx) => tx.learning.putExamples([odd]));
      const [stored] = await listAll("c-1", 10);
      expect(stored?.subject).toBe(odd.subject);
      expect(stored?.body.replace("\0", "")).toBe("beforeafter 'quoted' %s ?");
    });

    it("S12: two connections never see each other", async () => {
      const { store } = bench();
      await store.write((tx) =>
        tx.learning.putExamples([sampleExample("1"), sampleExample("1", { connectionUid: "c-2", subject: "theirs" })]),
      );
      expect((await listAll("c-1", 10)).map((example) => example.subject)).toEqual(["Invoice 1"]);
      expect(await store.read((tx) => tx.learning.countExamples("c-2"))).toBe(1);
    });
  });

  describe("models", () => {
    it("come back byte by byte", async () => {
      const { store } = bench();
      const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 31) % 256);
      await store.write((tx) => tx.learning.putModel(sampleModel("triage-1"), bytes));
      const stored = await store.read((tx) => tx.learning.getModelBlob("sha of triage-1"));
      expect(Buffer.compare(Buffer.from(stored!), Buffer.from(bytes))).toBe(0);
      expect(await store.read((tx) => tx.learning.getModelBlob("unknown"))).toBeNull();
      expect(await store.read((tx) => tx.learning.listModels(null))).toEqual([sampleModel("triage-1")]);
    });

    it("the same model stored again is the same model", async () => {
      const { store } = bench();
      for (let time = 0; time < 2; time += 1) {
        await store.write((tx) => tx.learning.putModel(sampleModel("triage-1"), Uint8Array.of(1, 2, 3)));
      }
      expect(await store.read((tx) => tx.learning.listModels("c-1"))).toHaveLength(1);
    });

    it("two connections may have trained the same model, and each has its own champion", async () => {
      const { store } = bench();
      const theirs = sampleModel("triage-1", { connectionUid: "c-2", trainedAt: 99 });
      await store.write((tx) => tx.learning.putModel(sampleModel("triage-1"), Uint8Array.of(1)));
      await store.write((tx) => tx.learning.putModel(theirs, Uint8Array.of(1)));
      await store.write((tx) => tx.learning.setChampion("c-2", "triage-1", 100, "otai"));
      expect(await store.read((tx) => tx.learning.getChampion("c-2"))).toEqual(theirs);
      expect(await store.read((tx) => tx.learning.getChampion("c-1"))).toBeNull();
      expect(await store.read((tx) => tx.learning.listModels("c-2"))).toEqual([theirs]);
    });

    it("F05: the champion changes and goes back", async () => {
      const { store } = bench();
      for (const [trainedAt, version] of [
        [1, "triage-1"],
        [2, "triage-2"],
      ] as const) {
        await store.write((tx) => tx.learning.putModel(sampleModel(version, { trainedAt }), Uint8Array.of(trainedAt)));
        await store.write((tx) => tx.learning.setChampion("c-1", version, trainedAt, "otai"));
      }
      expect((await store.read((tx) => tx.learning.getChampion("c-1")))?.version).toBe("triage-2");
      const versions = (await store.read((tx) => tx.learning.listModels("c-1"))).map((model) => model.version);
      expect(versions).toEqual(["triage-2", "triage-1"]);
      await store.write((tx) => tx.learning.setChampion("c-1", "triage-1", 3, "operator"));
      expect((await store.read((tx) => tx.learning.getChampion("c-1")))?.version).toBe("triage-1");
    });

    it("a model that is not stored cannot become champion", async () => {
      const { store } = bench();
      await expect(store.write((tx) => tx.learning.setChampion("c-1", "triage-9", 1, "otai"))).rejects.toThrow();
    });
  });
}
