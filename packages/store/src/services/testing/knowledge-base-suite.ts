import { createCountingIds } from "@otai/conformance/store/counting-ids";
import type { Ids } from "@otai/core/ports/surroundings";
import type { ArticleRecord, QueryRecord } from "@otai/services/ports/knowledge-base";
import type { StoredDraft } from "@otai/services/ports/reply";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OtaiStore } from "../../store-transaction.ts";

interface Opened {
  readonly store: OtaiStore;
  dispose(): Promise<void>;
}

const article = (id: string, more: Partial<ArticleRecord> = {}): ArticleRecord => ({
  id,
  source: "s",
  externalId: id,
  title: `Title of ${id}`,
  titleKey: `title of ${id}`,
  text: `Text\0 of ${id}`,
  tags: ["a", "b"],
  links: ["https://help.example/1"],
  categoryPath: ["Top", "Below"],
  url: null,
  language: "en",
  visibility: "public",
  status: "published",
  contentHash: "sha256:1",
  version: 1,
  createdAt: 1,
  updatedAt: 2,
  revision: 1,
  syncRunId: null,
  ...more,
});

const query = (id: string, more: Partial<QueryRecord> = {}): QueryRecord => ({
  id,
  at: 10,
  query: "a question",
  language: null,
  purpose: "agent",
  ticketId: null,
  connection: null,
  personId: null,
  articleId: null,
  bestScore: 0.25,
  missReason: null,
  helpful: null,
  ...more,
});

/** What the repositories of the knowledge base must do on every database. */
const citation = (index: number, article_id: string) => ({
  ...{ index, article_id, external_id: null, title: "", url: null, source: "api", quote: "It is so.", score: 1 },
  ...{ version: 1, chunk_id: `${article_id}#0` },
});
const quotingDraft: StoredDraft["answer"] = {
  ...{
    draft_id: "d",
    draft: "It is so [1] [2].",
    confidence: 1,
    suggested_template: null,
    refused: false,
    handoff: null,
  },
  ...{ refusal_reason: null, requires_review: true, confidence_basis: "support", alternatives: [], style: "friendly" },
  citations: [citation(1, "a-1"), citation(2, "a-2")],
  ...{ claims: [], removed: [], engine: "rules", model_version: "v", degraded: false, degraded_reason: null },
  checks: { grounded: true, promises: [], links: [], language_ok: true, pii_restored: true },
  ...{ calibrated: false, language: "en", latency_ms: 1 },
};

export function knowledgeBaseSuite(name: string, open: (ids: Ids) => Promise<Opened>): void {
  describe(`knowledge base repositories: ${name}`, () => {
    let opened: Opened;
    let store: OtaiStore;
    beforeEach(async () => {
      opened = await open(createCountingIds());
      store = opened.store;
    });
    afterEach(() => opened.dispose());

    const put = (...articles: ArticleRecord[]) =>
      store.write(async (tx) => {
        for (const one of articles) await tx.articles.put(one);
      });

    it("an article comes back as it was put, by id, external id and title, and can be put again", async () => {
      await put(article("a-1"), article("a-2", { externalId: null, titleKey: "title of a-1", createdAt: 0 }));
      const kept = { ...article("a-1"), text: "Text of a-1" };
      await store.read(async (tx) => {
        expect(await tx.articles.get("a-1")).toEqual(kept);
        expect(await tx.articles.findByExternalId("s", "a-1")).toEqual(kept);
        expect(await tx.articles.findByExternalId("t", "a-1")).toBeNull();
        expect((await tx.articles.findByTitle("s", "title of a-1")).map(({ id }) => id)).toEqual(["a-2", "a-1"]);
      });
      await put(article("a-1", { status: "deleted", version: 2 }));
      await store.read(async (tx) => {
        expect(await tx.articles.get("a-1")).toMatchObject({ status: "deleted", version: 2 });
        expect((await tx.articles.findByTitle("s", "title of a-1")).map(({ id }) => id)).toEqual(["a-2"]);
      });
    });

    it("two articles cannot have one identity", async () => {
      await put(article("a-1"));
      await expect(put(article("a-2", { externalId: "a-1" }))).rejects.toThrow();
    });

    it("revisions grow one by one, also for writers at the same time, and a rolled back one is not lost", async () => {
      expect(await store.read((tx) => tx.articles.revision())).toBe(0);
      const given = await Promise.all(
        Array.from({ length: 10 }, () => store.write((tx) => tx.articles.nextRevision())),
      );
      expect([...given].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      const broken = store.write(async (tx) => {
        await tx.articles.nextRevision();
        throw new Error("no");
      });
      await expect(broken).rejects.toThrow("no");
      expect(await store.read((tx) => tx.articles.revision())).toBe(10);
    });

    it("changes are listed in the order of their revisions, deleted articles too", async () => {
      await put(
        article("a-1", { revision: 3 }),
        article("a-2", { revision: 1 }),
        article("a-3", { revision: 2, status: "deleted" }),
      );
      const changed = (after: number, limit: number) => store.read((tx) => tx.articles.listChanged(after, limit));
      expect((await changed(0, 2)).map(({ id }) => id)).toEqual(["a-2", "a-3"]);
      expect((await changed(2, 2)).map(({ id }) => id)).toEqual(["a-1"]);
    });

    it("articles are listed by id in pages, by source and status, without deleted ones", async () => {
      await put(
        article("a-1"),
        article("a-2", { status: "draft" }),
        article("a-3", { status: "deleted" }),
        article("a-4", { source: "t" }),
      );
      const list = (source: string | null, status: "draft" | null, cursor: string | null) =>
        store.read((tx) => tx.articles.list({ source, status }, 2, cursor));
      const first = await list(null, null, null);
      expect(first.items.map(({ id }) => id)).toEqual(["a-1", "a-2"]);
      expect((await list(null, null, first.nextCursor)).items.map(({ id }) => id)).toEqual(["a-4"]);
      expect((await list("s", "draft", null)).items.map(({ id }) => id)).toEqual(["a-2"]);
    });

    it("knows what a sync run has not seen", async () => {
      await put(
        article("a-1"),
        article("a-2"),
        article("a-3", { status: "archived" }),
        article("a-4", { source: "t" }),
      );
      await store.write((tx) => tx.articles.markSeen("a-1", "sr-1"));
      await store.read(async (tx) => {
        expect(await tx.articles.countLive("s")).toBe(2);
        expect((await tx.articles.listUnseen("s", "sr-1")).map(({ id }) => id)).toEqual(["a-2"]);
        expect(await tx.articles.listUnseen("s", "sr-2")).toHaveLength(2);
      });
    });

    it("keeps the newest versions", async () => {
      const version = {
        articleId: "a-1",
        at: 5,
        by: "kim",
        contentHash: "h",
        title: "T",
        text: "t",
        status: "published",
        visibility: "public",
      } as const;
      await store.write(async (tx) => {
        for (const number of [1, 2, 3, 4]) await tx.articles.addVersion({ ...version, version: number }, 2);
      });
      await store.read(async (tx) => {
        expect(await tx.articles.listVersions("a-1")).toEqual([
          { ...version, version: 4 },
          { ...version, version: 3 },
        ]);
        expect(await tx.articles.getVersion("a-1", 2)).toBeNull();
      });
      await store.write((tx) => tx.articles.removeVersions("a-1"));
      expect(await store.read((tx) => tx.articles.listVersions("a-1"))).toEqual([]);
    });

    it("queries are counted, misses listed newest first, and use told by article", async () => {
      await store.write(async (tx) => {
        await tx.knowledgeQueries.add([
          query("q-1", { articleId: "a-1" }),
          query("q-2", { at: 20, missReason: "low_score", ticketId: "7", connection: "desk", query: "with\0 NUL" }),
          query("q-3", { at: 20, missReason: "low_score", personId: "c-1" }),
          query("q-4", { at: 5, articleId: "a-1" }),
        ]);
        await tx.knowledgeQueries.setFeedback("q-1", false, "not_helpful");
      });
      await store.read(async (tx) => {
        expect(await tx.knowledgeQueries.get("q-2")).toEqual(
          query("q-2", { at: 20, missReason: "low_score", ticketId: "7", connection: "desk", query: "with NUL" }),
        );
        expect(await tx.knowledgeQueries.count(10)).toEqual({ total: 3, missed: 3 });
        expect((await tx.knowledgeQueries.listMisses(10, 2)).map(({ id }) => id)).toEqual(["q-3", "q-2"]);
        expect(await tx.knowledgeQueries.use(0)).toEqual([
          { articleId: "a-1", answered: 1, quoted: 0, helpful: 0, unhelpful: 1 },
        ]);
      });
    });

    it("an article that drafts quote is in use too", async () => {
      await store.write(async (tx) => {
        await tx.knowledgeQueries.add([query("q-1", { articleId: "a-1" })]);
        for (const [id, createdAt] of [
          ["d-1", 10],
          ["d-2", 20],
          ["d-3", 5],
        ] as const) {
          await tx.drafts.add({
            ...{ id, createdAt, ticketId: "T-1", connection: null, queue: null, query: "", support: 1 },
            answer: { ...quotingDraft, draft_id: id },
          });
        }
      });
      const none = { answered: 0, helpful: 0, unhelpful: 0 };
      expect(await store.read((tx) => tx.knowledgeQueries.use(10))).toEqual([
        { articleId: "a-1", ...none, answered: 1, quoted: 2 },
        { articleId: "a-2", ...none, quoted: 2 },
      ]);
    });

    it("gaps and sync runs are replaced by id; the newest run of each source is known", async () => {
      const gap = {
        id: "g-1",
        status: "open",
        reason: null,
        articleId: null,
        centroid: { csv: 0.5, "~csv": 0.25 },
        topic: "csv",
        title: "Csv",
        firstSeen: 1,
        lastSeen: 2,
        changedAt: 1,
        rateBefore: null,
      } as const;
      const run = {
        id: "sr-1",
        source: "s",
        status: "running",
        startedAt: 1,
        finishedAt: null,
        created: 1,
        updated: 2,
        unchanged: 3,
        staleInput: 4,
        archived: 5,
        wouldArchive: 6,
      } as const;
      await store.write(async (tx) => {
        await tx.knowledgeGaps.put(gap);
        await tx.knowledgeGaps.put({ ...gap, status: "resolved", rateBefore: 0.5 });
        await tx.syncRuns.put(run);
        await tx.syncRuns.put({ ...run, status: "finished", finishedAt: 9 });
        await tx.syncRuns.put({ ...run, id: "sr-2", startedAt: 1 });
        await tx.syncRuns.put({ ...run, id: "sr-0", source: "t" });
      });
      await store.read(async (tx) => {
        expect(await tx.knowledgeGaps.list()).toEqual([{ ...gap, status: "resolved", rateBefore: 0.5 }]);
        expect(await tx.knowledgeGaps.get("g-2")).toBeNull();
        expect(await tx.syncRuns.get("sr-1")).toEqual({ ...run, status: "finished", finishedAt: 9 });
        expect((await tx.syncRuns.listLatest()).map(({ id }) => id)).toEqual(["sr-2", "sr-0"]);
      });
    });

    it("vectors come back to the last bit, for the model that made them", async () => {
      const vectors = [Float32Array.from([0.1, -0.2, 3]), Float32Array.from([1, 2, 1e-7])];
      const kept = { articleId: "a-1", version: 2, embedder: "m", vectors };
      await store.write(async (tx) => {
        await tx.articleVectors.put({ ...kept, version: 1, vectors: [] });
        await tx.articleVectors.put(kept);
        await tx.articleVectors.put({ ...kept, embedder: "other", vectors: [] });
      });
      expect(await store.read((tx) => tx.articleVectors.list(["a-1", "a-2"], "m"))).toEqual([kept]);
      await store.write((tx) => tx.articleVectors.remove("a-1"));
      expect(await store.read((tx) => tx.articleVectors.list(["a-1"], "m"))).toEqual([]);
    });
  });
}
