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

  describe("training examples of tickets that teach nothing any more", () => {
    it("go, and which ones are known can be asked", async () => {
      const { store } = bench();
      await store.write((tx) => tx.learning.putExamples(["1", "2", "3"].map((id) => sampleExample(id))));
      await store.write((tx) => tx.learning.removeExamples("c-1", ["2", "9"]));
      await store.write((tx) => tx.learning.removeExamples("c-2", ["1"]));
      await store.write((tx) => tx.learning.removeExamples("c-1", []));
      const known = await store.read((tx) => tx.learning.knownExamples("c-1", ["1", "2", "9", "3"]));
      expect(known).toEqual(new Set(["1", "3"]));
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

    it("F05: the model before is known, also when the same one is promoted twice", async () => {
      const { store } = bench();
      const former = async () => (await store.read((tx) => tx.learning.getFormerChampion("c-1")))?.version;
      for (const version of ["triage-1", "triage-2"]) {
        await store.write((tx) => tx.learning.putModel(sampleModel(version), Uint8Array.of(1)));
      }
      await store.write((tx) => tx.learning.setChampion("c-1", "triage-1", 1, "otai"));
      expect(await former()).toBeUndefined();
      for (const at of [2, 3]) await store.write((tx) => tx.learning.setChampion("c-1", "triage-2", at, "otai"));
      expect(await former()).toBe("triage-1");
      await store.write((tx) => tx.learning.setChampion("c-1", "triage-1", 4, "kim"));
      expect(await former()).toBe("triage-2");
    });

    it("F05: a verdict comes back with its model", async () => {
      const { store } = bench();
      const labels = [{ label: "Billing", rows: 50, champion: 48, challenger: 40 }];
      const verdict = { serves: false, reason: "worse", against: "triage-0", rows: 50, targets: { queue: labels } };
      await store.write((tx) => tx.learning.putModel(sampleModel("triage-1", { verdict }), Uint8Array.of(1)));
      expect(await store.read((tx) => tx.learning.listModels("c-1"))).toEqual([sampleModel("triage-1", { verdict })]);
    });

    it("old ones go with their bytes; the one that serves and the one before it stay", async () => {
      const { store } = bench();
      for (const [at, version] of ["triage-1", "triage-2", "triage-3", "triage-4", "triage-5"].entries()) {
        await store.write((tx) => tx.learning.putModel(sampleModel(version, { trainedAt: at }), Uint8Array.of(at)));
        if (at < 2) await store.write((tx) => tx.learning.setChampion("c-1", version, at, "otai"));
      }
      expect(await store.write((tx) => tx.learning.pruneModels("c-1", 1))).toBe(2);
      const left = (await store.read((tx) => tx.learning.listModels("c-1"))).map(({ version }) => version);
      expect(left).toEqual(["triage-5", "triage-2", "triage-1"]);
      expect(await store.read((tx) => tx.learning.getModelBlob("sha of triage-3"))).toBeNull();
      expect(await store.read((tx) => tx.learning.getModelBlob("sha of triage-1"))).not.toBeNull();
      expect(await store.write((tx) => tx.learning.pruneModels("c-1", 1))).toBe(0);
    });

    it("a model that is not stored cannot become champion", async () => {
      const { store } = bench();
      await expect(store.write((tx) => tx.learning.setChampion("c-1", "triage-9", 1, "otai"))).rejects.toThrow();
    });
  });
}
