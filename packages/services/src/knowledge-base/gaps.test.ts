import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { titleOf, topicOf } from "./name-topic.ts";
import { DAY, type KnowledgeBench, openKnowledgeBench } from "./testing/knowledge-bench.ts";
import { shopArticles } from "./testing/shop-articles.ts";

let bench: KnowledgeBench;
beforeEach(async () => {
  bench = await openKnowledgeBench();
});
afterEach(() => bench.close());

const exports = ["how do I export my data to csv", "csv export of my data", "export data csv download"];
const ask = async (questions: readonly string[], ticket = 1) => {
  for (const [at, question] of questions.entries()) await bench.search(question, { ticket_id: ticket + at });
};

it("D42: a fresh knowledge base without searches has no gaps, and that is no error", async () => {
  expect(await bench.gaps()).toEqual({
    gaps: [],
    weak_articles: [],
    window_days: 30,
    total_queries: 0,
    unanswered: 0,
    coverage: 1,
  });
});

it("4.3: with 10 articles hidden and their questions asked, at least 8 are among the first 15 gaps, twice the same", async () => {
  const hidden = new Set(shopArticles.filter((_, at) => at % 5 < 2).map(({ title }) => title));
  expect(hidden.size).toBe(10);
  for (const { title, content } of shopArticles) if (!hidden.has(title)) await bench.upsert({ title, content });
  const ownerOf = new Map<string, string>();
  for (const { title, questions } of shopArticles) {
    for (const question of questions) ownerOf.set(question, title);
    await ask(questions, ownerOf.size);
  }
  const first = await bench.gaps({ limit: 15 });
  const found = new Set(first.gaps.flatMap(({ sample_queries }) => sample_queries.map((query) => ownerOf.get(query)!)));
  expect([...hidden].filter((title) => found.has(title)).length).toBeGreaterThanOrEqual(8);
  expect(await bench.gaps({ limit: 15 })).toEqual(first);
});

describe("4.3: what counts", () => {
  it("S12: tickets of one number at two helpdesks are two askers", async () => {
    for (const connection of ["desk", "shop"]) await bench.search(exports[0]!, { ticket_id: 42, connection });
    expect((await bench.gaps()).gaps).toMatchObject([{ query_count: 2, unique_tickets: 2 }]);
  });

  it("a topic, its size, its askers, its samples and a title in their words", async () => {
    await ask(exports);
    const { gaps, total_queries, unanswered, coverage } = await bench.gaps();
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatchObject({
      query_count: 3,
      unique_tickets: 3,
      impact: 6,
      status: "open",
      nearest_article: null,
    });
    expect(gaps[0]!.topic.split(" ")).toEqual(expect.arrayContaining(["export", "csv"]));
    expect([...gaps[0]!.sample_queries].sort()).toEqual([...exports].sort());
    expect({ total_queries, unanswered, coverage }).toEqual({ total_queries: 3, unanswered: 3, coverage: 0 });
  });

  it("one ticket counts once within 24 hours, and again later", async () => {
    await bench.search(exports[0]!, { ticket_id: 1 });
    await bench.search(exports[1]!, { ticket_id: 1 });
    expect((await bench.gaps()).gaps).toEqual([]);
    bench.advance(DAY);
    await bench.search(exports[0]!, { ticket_id: 1 });
    await bench.search(exports[2]!, { customer_id: "c-2" });
    expect((await bench.gaps()).gaps).toMatchObject([{ query_count: 3, unique_tickets: 2 }]);
  });

  it("min_queries is about tickets or people; searches without either count one by one", async () => {
    await ask(exports.slice(0, 2));
    expect((await bench.gaps({ min_queries: 3 })).gaps).toEqual([]);
    await bench.search(exports[0]!);
    expect((await bench.gaps({ min_queries: 3 })).gaps).toMatchObject([{ unique_tickets: 3 }]);
  });

  it("what a machine asks is left out, by its rate", async () => {
    for (let at = 0; at < 40; at++) await bench.search("probe of the monitoring");
    await ask(exports);
    expect((await bench.gaps()).gaps).toMatchObject([{ query_count: 3 }]);
  });

  it("misses before the window are not looked at", async () => {
    await ask(exports);
    bench.advance(31 * DAY);
    expect(await bench.gaps()).toMatchObject({ gaps: [], total_queries: 0 });
    expect((await bench.gaps({ days: 60 })).gaps).toHaveLength(1);
  });

  it("a topic that an article is about is reported as a weak article", async () => {
    await bench.upsert({ title: "Duplicate charges", content: "Duplicate charges are reversed within 5 days." });
    for (const ticket of [1, 2]) {
      const { query_id } = await bench.search("duplicate charges", { ticket_id: ticket });
      await bench.knowledgeBase.giveFeedback(query_id, { helpful: false, no_article: false });
    }
    const { gaps, weak_articles } = await bench.gaps();
    expect(gaps).toEqual([]);
    expect(weak_articles).toMatchObject([{ nearest_article: { title: "Duplicate charges" }, query_count: 2 }]);
  });

  it("6.4: samples hold no personal data", async () => {
    await bench.search("export csv for kim@customer.example", { ticket_id: 1 });
    await bench.search("csv export for lou@customer.example", { ticket_id: 2 });
    const { gaps } = await bench.gaps();
    expect(gaps).toHaveLength(1);
    expect(JSON.stringify(gaps)).not.toContain("customer.example");
    expect(gaps[0]!.topic).not.toContain("email");
  });
});

describe("4.3: the life of a gap", () => {
  it("keeps its id when more is asked, and its status when somebody works on it", async () => {
    await ask(exports);
    const [gap] = (await bench.gaps()).gaps;
    await bench.knowledgeBase.changeGap(gap!.id, { status: "drafting", reason: null, article_id: null });
    await ask(["is there a csv file of my data to export"], 10);
    expect((await bench.gaps()).gaps).toMatchObject([{ id: gap!.id, status: "drafting", query_count: 4 }]);
  });

  it("a resolved gap shows the rate before and after, and opens again with new misses", async () => {
    await ask(exports);
    const [gap] = (await bench.gaps()).gaps;
    await bench.knowledgeBase.changeGap(gap!.id, { status: "resolved", reason: null, article_id: null });
    bench.advance(10 * DAY);
    expect((await bench.gaps()).gaps).toEqual([]);
    expect((await bench.gaps({ status: "resolved" })).gaps).toMatchObject([
      {
        id: gap!.id,
        effect: {
          since: "2026-11-03T09:00:00.000Z",
          ...{ per_day_before: 0.1, per_day_after: 0, before_per_week: 0.7, after_per_week: 0 },
        },
      },
    ]);
    await ask([exports[0]!], 20);
    expect((await bench.gaps()).gaps).toMatchObject([{ id: gap!.id, status: "open", effect: null }]);
  });

  it("a resolved gap nobody asks about any more still shows its effect", async () => {
    await ask(exports);
    const [gap] = (await bench.gaps()).gaps;
    await bench.knowledgeBase.changeGap(gap!.id, { status: "resolved", reason: null, article_id: null });
    bench.advance(60 * DAY);
    expect((await bench.gaps({ status: "resolved" })).gaps).toMatchObject([
      { id: gap!.id, query_count: 0, effect: { per_day_after: 0 } },
    ]);
  });

  it("a dismissed gap stays away, with its reason", async () => {
    await ask(exports);
    const [gap] = (await bench.gaps()).gaps;
    await bench.knowledgeBase.changeGap(gap!.id, { status: "dismissed", reason: "not our product", article_id: null });
    await ask(exports, 10);
    expect((await bench.gaps()).gaps).toEqual([]);
    expect((await bench.gaps({ status: "all" })).gaps).toMatchObject([
      { status: "dismissed", reason: "not our product" },
    ]);
  });
});

test.each([
  ["how do i export my data as csv?", "How to export your data as csv"],
  ["Hello team, can I pay by instalments", "How to pay by instalments"],
  ["app crashes at start!!", "App crashes at start"],
  ["Wie ändere ich meine Adresse?", "Wie ändere ich meine Adresse"],
])("the title of %j is %j", (question, title) => {
  expect(titleOf(question)).toBe(title);
});

it("a topic is made of words that weigh, in the order of the question", () => {
  const centroid = new Map([
    ["csv", 0.5],
    ["export", 0.6],
    ["data", 0.4],
    ["~csv", 0.9],
  ]);
  expect(topicOf("how do I export my data to csv", centroid, new Set(["how", "do", "i", "mi", "to"]))).toBe(
    "export data csv",
  );
});
