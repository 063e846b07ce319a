import type { Article } from "@otai/plugin-api/article";
import type { WireExchange } from "@otai/plugin-kit/testing/wire-server";
import { afterEach, expect, test } from "vitest";
import { createAccount } from "./account.ts";
import { createZendeskClient } from "./client.ts";
import { listArticles } from "./list-articles.ts";
import { exchange, fixture, openWireAccount, type WireAccount, wireParams } from "./testing/wire-account.ts";

let wire: WireAccount;
afterEach(() => wire.close());

const list = (path: string, body: object): WireExchange => exchange("GET", path, body, { "page[size]": 100 });
const defaults = [
  fixture("articles-page-1"),
  fixture("articles-page-2"),
  list("/help_center/categories.json", { categories: [{ id: 500, name: "Money" }] }),
  list("/help_center/sections.json", { sections: [{ id: 600, name: "Refunds and credit", category_id: 500 }] }),
];

async function articles(languages: string[], ...exchanges: WireExchange[]): Promise<Article[]> {
  wire = await openWireAccount(...exchanges);
  const client = createZendeskClient(wireParams(wire.server.url), wire.context);
  const found: Article[] = [];
  for await (const article of listArticles(createAccount(client, wire.context, wire.server.url), languages)) {
    found.push(article);
  }
  return found;
}

test("ZD-18 drafts are left out, and only what has no user segment may be quoted", async () => {
  const found = await articles([], ...defaults);
  expect(found.map(({ externalId, visibility }) => [externalId, visibility])).toEqual([
    ["601", "public"],
    ["602", "restricted"],
    ["604", "public"],
  ]);
  expect(found[0]).toMatchObject({
    title: "Refunds",
    html: "<h1>Refunds</h1><p>How it is done.</p>",
    tags: ["billing"],
    language: "en-us",
    url: "https://example.zendesk.com/hc/en-us/articles/601",
    categoryPath: ["Money", "Refunds and credit"],
    updatedAt: Date.UTC(2026, 9, 1),
  });
  expect(found[0]!.text).toContain("How it is done.");
  expect(found[0]!.text).not.toContain("<");
});

test("ZD-17 every help center path ends in .json; D34 other languages are walked too, without doubling the default one", async () => {
  const german = {
    id: 601,
    title: "Erstattung",
    body: "<p>So geht es.</p>",
    locale: "de",
    section_id: 600,
    updated_at: "2026-10-01T00:00:00Z",
  };
  const found = await articles(
    ["de", "en-us"],
    ...defaults,
    ...["de", "en-us"].flatMap((language) => [
      list(`/help_center/${language}/categories.json`, { categories: [] }),
      list(`/help_center/${language}/sections.json`, { sections: [{ id: 600, name: "Geld" }] }),
    ]),
    list("/help_center/de/articles.json", { articles: [german] }),
    list("/help_center/en-us/articles.json", { articles: [{ ...german, locale: "en-us" }] }),
  );
  expect(found.map(({ externalId, language }) => [externalId, language])).toEqual([
    ["601", "en-us"],
    ["602", "en-us"],
    ["604", "en-us"],
    ["601:de", "de"],
  ]);
  expect(found.at(-1)!.categoryPath).toEqual(["Geld"]);
  expect(wire.server.unexpected).toEqual([]);
  expect(wire.server.requests.map(({ path }) => path).filter((path) => !path.endsWith(".json"))).toEqual([]);
});

test("a missing right on sections costs the path alone, and is logged", async () => {
  const forbidden = { status: 403, body: { error: { title: "Forbidden", message: "no" } } };
  const [first, second, categories] = defaults;
  const found = await articles([], first!, second!, { request: categories!.request, response: forbidden });
  expect(found).toHaveLength(3);
  expect(found[0]!.categoryPath).toEqual([]);
  expect(wire.context.lines.some(({ level }) => level === "warn")).toBe(true);
});
