import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestDesk, type TestDesk } from "./test-desk.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => desk.close());

describe("Freshdesk solutions", () => {
  it("FD-15: leads from categories over folders and subfolders to articles, with drafts and agents' folders", async () => {
    const seen: { title: string; status: number; visibility: number }[] = [];
    const walk = async (folder: { id: number; visibility: number }): Promise<void> => {
      for (const article of (await desk.freshdesk("GET", `/solutions/folders/${folder.id}/articles`)).json) {
        seen.push({ ...article, visibility: folder.visibility });
      }
      for (const inner of (await desk.freshdesk("GET", `/solutions/folders/${folder.id}/subfolders`)).json)
        await walk(inner);
    };
    for (const category of (await desk.freshdesk("GET", "/solutions/categories")).json) {
      for (const folder of (await desk.freshdesk("GET", `/solutions/categories/${category.id}/folders`)).json)
        await walk(folder);
    }
    expect(seen.length).toBeGreaterThanOrEqual(15);
    expect(seen.filter((article) => article.status === 1)).toHaveLength(2);
    expect(seen.find((article) => article.title === "How much an agent may refund")!.visibility).toBe(3);
    expect(new Set(seen.map((article) => article.visibility))).toEqual(new Set([1, 2, 3, 4]));
  });

  it("has articles in a second language", async () => {
    const [hit] = (await desk.freshdesk("GET", "/search/solutions?term=reset%20your%20password")).json;
    expect((await desk.freshdesk("GET", `/solutions/articles/${hit.id}/de`)).json.title).toBe("Passwort zurücksetzen");
    expect((await desk.freshdesk("GET", `/solutions/articles/${hit.id}/fr`)).status).toBe(404);
  });
});
