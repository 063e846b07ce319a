import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { syncArticles } from "./sync-articles.ts";
import { type KnowledgeBench, openKnowledgeBench } from "./testing/knowledge-bench.ts";

let bench: KnowledgeBench;
let withdrawn: string[];
beforeEach(async () => {
  withdrawn = [];
  bench = await openKnowledgeBench({ onWithdrawn: async (id) => void withdrawn.push(id) });
});
afterEach(() => bench.close());

const article = { source: "desk", external_id: "1", title: "Ways to pay", content: "By card or by transfer." };

describe("whoever quotes articles is told when one is withdrawn", () => {
  test.each([
    ["archived", { status: "archived" }],
    ["a draft again", { status: "draft" }],
    ["for signed-in readers only", { visibility: "authenticated" }],
    ["for agents only", { visibility: "internal" }],
  ] as const)("%s: once, however often it is said", async (_, change) => {
    const { id } = await bench.upsert({ ...article, visibility: "public" });
    await bench.upsert({ ...article, visibility: "public", ...change });
    await bench.upsert({ ...article, visibility: "public", ...change });
    expect(withdrawn).toEqual([id]);
  });

  it("deleted", async () => {
    const { id } = await bench.upsert(article);
    await bench.knowledgeBase.articles.remove(id);
    expect(withdrawn).toEqual([id]);
  });

  it("no longer listed by its source", async () => {
    const listed = (...numbers: number[]) =>
      (async function* () {
        for (const number of numbers) yield { ...article, external_id: `${number}`, title: `Article ${number}` };
      })();
    await syncArticles(bench.knowledgeBase, { source: "desk", articles: listed(1, 2) });
    await syncArticles(bench.knowledgeBase, { source: "desk", articles: listed(1) });
    const { items } = await bench.knowledgeBase.articles.list({ status: "archived", limit: 10 });
    expect(withdrawn).toEqual(items.map(({ id }) => id));
    expect(withdrawn).toHaveLength(1);
  });

  it("new words, more readers or a new article withdraw nothing", async () => {
    await bench.upsert({ ...article, visibility: "authenticated" });
    await bench.upsert({ ...article, visibility: "authenticated", content: "By card, transfer or on account." });
    await bench.upsert({ ...article, visibility: "public", content: "By card, transfer or on account." });
    expect(withdrawn).toEqual([]);
  });
});
