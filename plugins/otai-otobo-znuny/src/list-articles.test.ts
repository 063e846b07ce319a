import type { Article } from "@otai/plugin-api/article";
import { afterEach, describe, expect, test } from "vitest";
import { changed, startWireDesk, type WireDesk } from "./testing/wire-desk.ts";

let desk: WireDesk;
afterEach(() => desk.stop());

const search = (body: object) => changed("faq-search", { request: { body: { What: "*" } }, response: { body } });

async function articles(
  ...exchanges: Parameters<typeof changed>[0][] | ReturnType<typeof changed>[]
): Promise<Article[]> {
  desk = await startWireDesk({ faq_webservice: "GenericFAQConnectorREST" }, ...exchanges);
  const found: Article[] = [];
  for await (const article of desk.articles!.listArticles()) found.push(article);
  return found;
}

describe("the FAQ", () => {
  test("public items with all their fields, read without a log-in", async () => {
    const found = await articles(...[search({ ID: ["1", "2"] }), changed("faq-get", {})]);
    expect(desk.wire.unexpected).toEqual([]);
    expect(desk.wire.requests.map(({ path }) => path).filter((path) => path.endsWith("/Session"))).toEqual([]);
    expect(found).toEqual([
      {
        externalId: "1",
        title: "Reset your password",
        html: "<p>The <b>log-in</b> fails.</p>\n<p>Choose <i>Forgot password</i>.</p>",
        text: expect.stringMatching(/The log-in fails\.[^<]*Choose Forgot password\./),
        tags: ["password", "login"],
        url: `${desk.wire.url}/otobo/public.pl?Action=PublicFAQZoom;ItemID=1`,
        language: "en",
        visibility: "public",
        updatedAt: Date.UTC(2026, 10, 1, 8),
        categoryPath: ["Account"],
      },
      expect.objectContaining({ externalId: "2", language: "de", tags: [] }),
    ]);
  });

  const none = (operation: string) => ({
    Error: { ErrorCode: `${operation}.NotFAQData`, ErrorMessage: `${operation}: Could not get FAQ data` },
  });

  test("nothing found is no article, be it an empty answer or the error that the add-on has for it", async () => {
    for (const body of [{}, none("PublicFAQSearch")]) {
      expect(await articles(...[search(body)])).toEqual([]);
      await desk.stop();
    }
  });

  test("a single hit may be a scalar", async () => {
    const one = changed("faq-get", {
      request: { query: { ItemID: "7" } },
      response: { body: { FAQItem: [{ ID: 7 }] } },
    });
    expect(await articles(...[search({ ID: "7" }), one])).toMatchObject([{ externalId: "7" }]);
  });

  test("an item that was deleted since the search does not hide the others", async () => {
    const get = (ItemID: string, body: object) =>
      changed("faq-get", { request: { query: { ItemID } }, response: { body } });
    const found = await articles(
      search({ ID: ["1", "2"] }),
      get("1,2", none("PublicFAQGet")),
      get("1", none("PublicFAQGet")),
      get("2", { FAQItem: [{ ID: 2 }] }),
    );
    expect(found).toMatchObject([{ externalId: "2" }]);
  });

  test("another error is one", async () => {
    const denied = { Error: { ErrorCode: "PublicFAQSearch.AccessDenied", ErrorMessage: "PublicFAQSearch: no" } };
    await expect(articles(search(denied))).rejects.toMatchObject({ code: "refused" });
  });

  test("an item without an id is left out, every other part may be missing", async () => {
    const bare = changed("faq-get", { response: { body: { FAQItem: [{ Title: "no id" }, { ID: 2 }] } } });
    expect(await articles(...[search({ ID: ["1", "2"] }), bare])).toMatchObject([
      { externalId: "2", title: "", html: "", text: "", updatedAt: 0, categoryPath: [] },
    ]);
  });

  test("without the add-on's web service there are no articles to read", async () => {
    desk = await startWireDesk({});
    expect(desk.articles).toBeUndefined();
  });
});
