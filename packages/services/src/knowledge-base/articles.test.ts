import { articleRequestSchema } from "@otai/service-api/knowledge-base-article";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DAY, type KnowledgeBench, openKnowledgeBench } from "./testing/knowledge-bench.ts";

let bench: KnowledgeBench;
beforeEach(async () => {
  bench = await openKnowledgeBench();
});
afterEach(() => bench.close());

const article = {
  title: "Duplicate charges",
  content: "They are reversed within 5 days.",
  source: "s",
  external_id: "1",
};

describe("4.1: upsert", () => {
  it("D39: the same article again is unchanged, keeps its version and its date", async () => {
    const first = await bench.upsert(article);
    bench.advance(DAY);
    const second = await bench.upsert({ ...article, tags: [] });
    expect(first).toMatchObject({ status: "created", version: 1, warnings: [] });
    expect(second).toMatchObject({ id: first.id, status: "unchanged", version: 1, content_hash: first.content_hash });
    expect((await bench.knowledgeBase.articles.get(first.id)).updated_at).toBe("2026-11-03T09:00:00.000Z");
  });

  it("title, text, tags, visibility, status and language make the content; the order of tags does not", async () => {
    const { id } = await bench.upsert({ ...article, tags: ["b", "a"] });
    expect(await bench.upsert({ ...article, tags: ["a", "b", "a"] })).toMatchObject({ status: "unchanged" });
    const changes = [
      { title: "Double charges" },
      { content: "New." },
      { tags: ["c"] },
      { visibility: "internal" },
      { status: "draft" },
      { language: "en" },
    ] as const;
    for (const [at, change] of changes.entries()) {
      expect(await bench.upsert({ ...article, ...change })).toMatchObject({ id, status: "updated", version: at + 2 });
    }
  });

  it("an input that is older than what is kept is stale and ignored", async () => {
    const { id } = await bench.upsert({ ...article, updated_at: "2026-10-02T00:00:00Z" });
    const older = await bench.upsert({ ...article, content: "Old words.", updated_at: "2026-10-01T00:00:00Z" });
    expect(older).toMatchObject({ id, status: "stale_input", version: 1 });
    expect((await bench.knowledgeBase.articles.get(id)).text).toBe("They are reversed within 5 days.");
  });

  it("without an external id the title within the source is the identity, and a warning says so", async () => {
    const { external_id: _, ...nameless } = article;
    const first = await bench.upsert(nameless);
    expect(first.warnings).toHaveLength(1);
    expect(await bench.upsert({ ...nameless, title: "duplicate  CHARGES!", content: "New." })).toMatchObject({
      id: first.id,
      status: "updated",
    });
    expect(await bench.upsert({ ...nameless, source: "other" })).toMatchObject({ status: "created" });
    // A sync with ids takes over what a caller without ids has brought in.
    expect(await bench.upsert({ ...article, content: "New.", title: "Duplicate charges" })).toMatchObject({
      id: first.id,
      external_id: "1",
    });
  });

  it("requests for one new article at the same time create it once", async () => {
    const receipts = await Promise.all(Array.from({ length: 8 }, () => bench.upsert(article)));
    expect(new Set(receipts.map(({ id }) => id)).size).toBe(1);
    expect(receipts.filter(({ status }) => status === "created")).toHaveLength(1);
  });

  it("the last 20 versions are kept with who, when and hash", async () => {
    const { id } = await bench.upsert(article);
    for (let at = 2; at <= 25; at++) await bench.upsert({ ...article, content: `Text ${at}` });
    const { versions } = await bench.knowledgeBase.articles.listVersions(id);
    expect(versions.map(({ version }) => version)).toEqual(Array.from({ length: 20 }, (_, at) => 25 - at));
    expect(versions[0]).toMatchObject({ by: "test", at: "2026-11-03T09:00:00.000Z", status: "published" });
    expect(await bench.knowledgeBase.articles.versionText(id, 24)).toBe("Text 24");
    expect(await bench.knowledgeBase.articles.versionText(id, 5)).toBeNull();
  });

  it("a removed article leaves nothing of its text behind, and may come again", async () => {
    const { id } = await bench.upsert(article);
    await bench.knowledgeBase.articles.remove(id);
    expect(await bench.search("duplicate charges")).toMatchObject({ results: [], answered: false });
    await expect(bench.knowledgeBase.articles.get(id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await bench.knowledgeBase.articles.versionText(id, 1)).toBeNull();
    expect(await bench.upsert(article)).toMatchObject({ id, status: "created" });
    expect((await bench.search("duplicate charges")).results).toHaveLength(1);
  });

  it("a batch answers every entry, and a bad one does not refuse the others", async () => {
    const { results } = await bench.knowledgeBase.articles.upsertBatch([article, { title: "x" }, 7, article], "test");
    expect(results.map(({ status }) => status)).toEqual(["created", "error", "error", "unchanged"]);
    expect(results[1]).toMatchObject({ error_code: "VALIDATION_ERROR", errors: [{ field: "content" }] });
  });
});

it("ids may be numbers, null tags are none, the source is api", () => {
  expect(
    articleRequestSchema.parse({ title: " T ", content: "c", tags: null, external_id: 7, other: 1 }),
  ).toMatchObject({ title: "T", tags: [], external_id: "7", source: "api", visibility: "public", status: "published" });
});
