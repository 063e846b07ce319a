import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type SourceArticle, syncArticles } from "./sync-articles.ts";
import { type KnowledgeBench, openKnowledgeBench } from "./testing/knowledge-bench.ts";

let bench: KnowledgeBench;
beforeEach(async () => {
  bench = await openKnowledgeBench();
});
afterEach(() => bench.close());

const article = (id: number): SourceArticle => ({
  external_id: String(id),
  title: `Article ${id}`,
  content: `<p>What is said in article number ${id}.</p>`,
  updated_at: "2026-10-01T00:00:00Z",
});
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

async function* listed(ids: readonly number[], breaksAfter = Number.POSITIVE_INFINITY): AsyncIterable<SourceArticle> {
  for (const [at, id] of ids.entries()) {
    if (at === breaksAfter) throw new Error("the source broke off");
    yield article(id);
  }
}

const sync = (ids: readonly number[], confirm = false) =>
  syncArticles(bench.knowledgeBase, { source: "freshdesk-solutions", articles: listed(ids), confirm });
const published = async () =>
  (await bench.knowledgeBase.articles.list({ status: "published", limit: 200 })).items.length;

describe("4.1: a sync run", () => {
  it("D39: two runs leave the same articles, and the second reports all unchanged", async () => {
    expect((await sync(numbers(31))).run).toMatchObject({ status: "finished", created: 31, archived: 0 });
    expect((await sync(numbers(31))).run).toMatchObject({ status: "finished", created: 0, updated: 0, unchanged: 31 });
    expect(await published()).toBe(31);
  });

  it("D40: what the source no longer lists is gone after one run, and back when it is listed again", async () => {
    await sync(numbers(10));
    expect((await bench.search("article number 10")).results[0]?.title).toBe("Article 10");
    expect((await sync(numbers(9))).run).toMatchObject({ archived: 1 });
    expect((await bench.search("article number 10")).results.map(({ title }) => title)).not.toContain("Article 10");
    expect((await sync(numbers(10))).run).toMatchObject({ updated: 1, unchanged: 9 });
    expect((await bench.search("article number 10")).results[0]?.title).toBe("Article 10");
  });

  it("D40: an empty answer deletes nothing and asks for confirmation, in a small knowledge base too", async () => {
    await sync(numbers(3));
    expect((await sync([])).run).toMatchObject({ status: "needs_confirmation", archived: 0, would_archive: 3 });
    expect(await published()).toBe(3);
  });

  it("more than 20 % and more than 5 wait for a confirmation", async () => {
    await sync(numbers(40));
    expect((await sync(numbers(32))).run).toMatchObject({ status: "finished", archived: 8 });
    const { run } = await sync(numbers(25));
    expect(run).toMatchObject({ status: "needs_confirmation", would_archive: 7 });
    expect(await published()).toBe(32);
    expect(await bench.knowledgeBase.finishSync(run.id, { confirm: true, complete: true })).toMatchObject({
      status: "finished",
      archived: 7,
    });
    expect(await published()).toBe(25);
    expect((await sync(numbers(20))).run).toMatchObject({ status: "finished", archived: 5 });
  });

  it("a list that breaks off archives nothing, and the error comes through", async () => {
    await sync(numbers(10));
    const broken = syncArticles(bench.knowledgeBase, {
      source: "freshdesk-solutions",
      articles: listed(numbers(10), 4),
    });
    await expect(broken).rejects.toThrow("broke off");
    expect(await published()).toBe(10);
    expect(await bench.knowledgeBase.listSyncs()).toMatchObject([{ status: "incomplete", unchanged: 4 }]);
  });

  it("an article that can no longer be read is reported and stays as it was", async () => {
    await sync([1, 2]);
    const articles = (async function* () {
      yield article(1);
      yield { ...article(2), content: "<script>only()</script>" };
    })();
    const { run, refused } = await syncArticles(bench.knowledgeBase, { source: "freshdesk-solutions", articles });
    expect(refused).toMatchObject([{ externalId: "2", title: "Article 2" }]);
    expect(run).toMatchObject({ status: "finished", archived: 0 });
    expect(await published()).toBe(2);
  });

  it("other sources are left alone", async () => {
    await bench.upsert({ title: "By hand", content: "Kept.", source: "api" });
    await sync(numbers(2));
    expect(await published()).toBe(3);
  });

  it("a finished run takes no more articles, nor does one of another source", async () => {
    const { run } = await sync([1]);
    await expect(
      bench.upsert({ ...article(2), source: "freshdesk-solutions", sync_run_id: run.id }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    const other = await bench.knowledgeBase.startSync({ source: "zendesk-guide" });
    await expect(bench.upsert({ ...article(2), source: "x", sync_run_id: other.id })).rejects.toMatchObject({
      code: "VALIDATION_ERROR",
    });
  });
});
