import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DAY, type KnowledgeBench, openKnowledgeBench } from "./testing/knowledge-bench.ts";

let bench: KnowledgeBench;
beforeEach(async () => {
  bench = await openKnowledgeBench();
});
afterEach(() => bench.close());

const audit = (source: string | null = null) => bench.knowledgeBase.auditArticles({ source });
const stale = (days = 90) => bench.knowledgeBase.listStale({ days });
const long = (topic: string) =>
  Array.from({ length: 12 }, (_, at) => `Step ${topic} number ${at} is done by hand.`).join(" ");

describe("4.4: audit", () => {
  it("articles that say the same are duplicates, with what both say; two languages are none", async () => {
    const content = "To reset the password choose Forgot password. We send a link by mail. It is valid for one hour.";
    await bench.upsert({ title: "Reset your password", content, external_id: "1", language: "en" });
    await bench.upsert({ title: "Reset the password", content: `${content} Bye.`, external_id: "2", language: "en" });
    await bench.upsert({ title: "Reset the password", content, external_id: "3", language: "de" });
    await bench.upsert({ title: "Parcels", content: "Parcels are sent by train and by bike.", external_id: "4" });
    const { duplicates, articles } = await audit();
    expect(articles).toBe(4);
    expect(duplicates).toHaveLength(1);
    expect(duplicates[0]!.similarity).toBeGreaterThanOrEqual(0.85);
    expect(duplicates[0]!.articles.map(({ title }) => title)).toEqual(["Reset your password", "Reset the password"]);
    expect(duplicates[0]!.sentences).toContain("We send a link by mail.");
  });

  it("two articles that state different periods for the same thing conflict, with both sentences", async () => {
    await bench.upsert({
      title: "Charges",
      content: "Duplicate charges are reversed within 5 business days. Call us.",
    });
    await bench.upsert({
      title: "Refunds",
      content: "Write to us. Duplicate charges are reversed within 10 business days.",
    });
    await bench.upsert({ title: "Parcels", content: "Parcels are delivered within 3 business days." });
    const { conflicts } = await audit();
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]!.statements).toMatchObject([
      {
        title: "Charges",
        sentence: "Duplicate charges are reversed within 5 business days.",
        number: "5 business days",
      },
      {
        title: "Refunds",
        sentence: "Duplicate charges are reversed within 10 business days.",
        number: "10 business days",
      },
    ]);
  });

  it("the same number twice, another unit or another matter is no conflict", async () => {
    await bench.upsert({ title: "A", content: "Duplicate charges are reversed within 5 days." });
    await bench.upsert({ title: "B", content: "Duplicate charges are reversed within 5 days!" });
    await bench.upsert({ title: "C", content: "Duplicate charges above 5 € are reversed." });
    await bench.upsert({ title: "D", content: "Gift cards are valid for 3 years." });
    expect((await audit()).conflicts).toEqual([]);
  });

  it("thin below 50 words, stale after 180 days, one source alone when asked", async () => {
    await bench.upsert({ title: "Thin", content: "Only a few words.", source: "s" });
    await bench.upsert({ title: "Old", content: long("old"), updated_at: "2026-01-01T00:00:00Z", source: "t" });
    expect(await audit()).toMatchObject({
      thin: [{ title: "Thin", words: 4, sentences: ["Only a few words."] }],
      stale: [{ title: "Old", age_days: 306 }],
    });
    expect(await audit("s")).toMatchObject({ articles: 1, stale: [] });
  });
});

describe("4.4: stale", () => {
  it("age: from the day after the threshold on", async () => {
    await bench.upsert({
      title: "Reports",
      content: long("a"),
      updated_at: new Date(bench.now() - 90 * DAY).toISOString(),
    });
    expect(await stale()).toEqual({ stale: [], threshold_days: 90 });
    bench.advance(DAY);
    expect((await stale()).stale).toMatchObject([{ title: "Reports", age_days: 91, reasons: ["age"] }]);
    expect(await stale(120)).toEqual({ stale: [], threshold_days: 120 });
  });

  it("links_broken and mentions_deprecated, as the installation tells", async () => {
    await bench.upsert({
      title: "Links",
      content: '<p>See <a href="https://help.example/old">this</a>.</p>',
      content_type: "html",
    });
    await bench.upsert({ title: "Names", content: "Open Mountain Desk Classic and sign in." });
    const service = bench.another({
      deprecatedTerms: ["mountain desk classic", "desk cl"],
      brokenLinks: async () => new Set(["https://help.example/old"]),
    });
    const { stale: found } = await service.listStale({ days: 90 });
    expect(Object.fromEntries(found.map(({ title, reasons }) => [title, reasons]))).toEqual({
      Links: ["links_broken"],
      Names: ["mentions_deprecated"],
    });
  });

  it("contradicts names both articles", async () => {
    await bench.upsert({ title: "A", content: "Duplicate charges are reversed within 5 days." });
    await bench.upsert({ title: "B", content: "Duplicate charges are reversed within 9 days." });
    expect((await stale()).stale.map(({ title, reasons }) => [title, reasons])).toEqual([
      ["A", ["contradicts"]],
      ["B", ["contradicts"]],
    ]);
  });

  it("low_feedback after three answers that mostly did not help, never_used only where anything was asked", async () => {
    await bench.upsert({ title: "Duplicate charges", content: "Duplicate charges are reversed." });
    await bench.upsert({ title: "Parcels", content: "Parcels travel by train." });
    bench.advance(100 * DAY);
    const reasons = async () => Object.fromEntries((await stale(99)).stale.map((item) => [item.title, item.reasons]));
    expect(await reasons()).toEqual({ "Duplicate charges": ["age"], Parcels: ["age"] });
    for (const helpful of [true, false, false]) {
      const { query_id } = await bench.search("duplicate charges");
      await bench.knowledgeBase.giveFeedback(query_id, { helpful, no_article: false });
    }
    expect(await reasons()).toEqual({ "Duplicate charges": ["age", "low_feedback"], Parcels: ["age", "never_used"] });
  });
});
