import type { Article } from "@otai/plugin-api/article";
import type { WireDesk } from "@otai/plugin-kit/testing/wire-desk";
import { afterEach, describe, expect, it } from "vitest";
import { answers, connect, fixture, nextPage, startWireDesk } from "./testing/wire-desk.ts";

let desk: WireDesk;
afterEach(() => desk.stop());

async function all(languages: readonly string[] = []): Promise<Article[]> {
  const found: Article[] = [];
  const { articles } = connect(desk.wire.url, desk.context, { article_languages: languages });
  for await (const article of articles!.listArticles()) found.push(article);
  return found;
}

const article = (id: number, values: object = {}) => ({
  id,
  title: `A${id}`,
  status: 2,
  description_text: "text",
  updated_at: "2026-01-01T00:00:00Z",
  ...values,
});
const folder = (id: number, visibility: number) => ({ id, name: `F${id}`, visibility });
const empty = (...ids: number[]) =>
  ids.flatMap((id) => [
    answers("GET", `/solutions/folders/${id}/articles`, []),
    answers("GET", `/solutions/folders/${id}/subfolders`, []),
  ]);

describe("the knowledge base", () => {
  it("FD-15, D41: reads published articles only and knows who may see them", async () => {
    desk = await startWireDesk(
      "solutions-categories",
      "solutions-folders",
      "solutions-subfolders",
      "solutions-articles",
      "solutions-articles-agents-only",
      answers("GET", "/solutions/folders/313/subfolders", []),
      ...empty(312, 314, 315, 316, 317, 321),
    );
    expect(
      (await all()).map(({ externalId, visibility, categoryPath }) => [externalId, visibility, categoryPath]),
    ).toEqual([
      ["401", "public", ["General", "Visibility 1"]],
      ["403", "internal", ["General", "Visibility 3"]],
    ]);
    expect(desk.wire.unexpected).toEqual([]);
  });

  it.each([
    [1, "public"],
    [2, "authenticated"],
    [3, "internal"],
    [4, "restricted"],
    [5, "internal"],
    [6, "restricted"],
    [7, "restricted"],
    [99, "internal"],
    [null, "internal"],
  ])("FD-15: folder visibility %s is %s", async (visibility, expected) => {
    desk = await startWireDesk(
      "solutions-categories",
      answers("GET", "/solutions/categories/301/folders", [{ id: 1, name: "F", visibility }]),
      answers("GET", "/solutions/folders/1/articles", [article(1)]),
      answers("GET", "/solutions/folders/1/subfolders", []),
    );
    expect((await all())[0]!.visibility).toBe(expected);
  });

  it("D34, FD-S6: three levels of folders, several pages, two languages", async () => {
    const german = (id: number) => answers("GET", `/solutions/articles/${id}/de`, undefined, { status: 404 });
    desk = await startWireDesk(
      answers("GET", "/solutions/categories", [{ id: 301, name: "General" }], {
        query: { per_page: 100, page: 1 },
        headers: nextPage,
      }),
      answers("GET", "/solutions/categories", [{ id: 302, name: "Other" }], { query: { per_page: 100, page: 2 } }),
      answers("GET", "/solutions/categories/301/folders", [folder(1, 1)]),
      answers("GET", "/solutions/categories/302/folders", []),
      answers("GET", "/solutions/folders/1/subfolders", [folder(2, 1)]),
      answers("GET", "/solutions/folders/2/subfolders", [folder(3, 1), folder(1, 1)]),
      answers("GET", "/solutions/folders/3/subfolders", undefined, { status: 404 }),
      answers("GET", "/solutions/folders/1/articles", [article(10)], {
        query: { per_page: 100, page: 1 },
        headers: nextPage,
      }),
      answers("GET", "/solutions/folders/1/articles", [article(11)], { query: { per_page: 100, page: 2 } }),
      answers("GET", "/solutions/folders/2/articles", [article(401)]),
      answers("GET", "/solutions/folders/3/articles", [article(13)]),
      "solutions-article-language",
      ...[10, 11, 13].map(german),
    );
    const found = await all(["de"]);
    expect(found.map(({ externalId }) => externalId)).toEqual(["10", "11", "401", "401:de", "13"]);
    expect(found.find(({ externalId }) => externalId === "401:de")).toMatchObject({
      language: "de",
      title: (fixture("solutions-article-language").response.body as { title: string }).title,
      categoryPath: ["General", "F1", "F2"],
      url: `${desk.wire.url}/de/support/solutions/articles/401`,
    });
    expect(desk.wire.unexpected).toEqual([]);
  });

  it("a folder inside one for agents is no more open than that", async () => {
    desk = await startWireDesk(
      "solutions-categories",
      answers("GET", "/solutions/categories/301/folders", [folder(1, 3)]),
      answers("GET", "/solutions/folders/1/subfolders", [folder(2, 1)]),
      answers("GET", "/solutions/folders/2/articles", [article(5)]),
      answers("GET", "/solutions/folders/1/articles", []),
      answers("GET", "/solutions/folders/2/subfolders", []),
    );
    expect((await all())[0]!.visibility).toBe("internal");
  });
});
