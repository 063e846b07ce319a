import { afterAll, describe, expect, it } from "vitest";
import { openZammad } from "./test-zammad.ts";

const { call, search, close } = await openZammad();
afterAll(close);

describe("Zammad ticket list and search", () => {
  it("lists by ascending id, at most 100 a page, whatever order is asked for", async () => {
    const page = (await call("GET", "/tickets?page=2&per_page=500&sort_by=updated_at&order_by=desc")).json;
    expect([page.length, page[0].id, page[99].id]).toEqual([100, 101, 200]);
  });

  it("gives 50 by default and 200 at most; `limit` is another name of `per_page`", async () => {
    const sizes = await Promise.all(
      ["", "&per_page=1000", "&limit=7"].map((query) => call("GET", `/tickets/search?query=${query}`)),
    );
    expect(sizes.map((answer) => answer.json.length)).toEqual([50, 200, 7]);
  });

  it("a condition filters and sorts without a search engine, both ends of a range included", async () => {
    const all = (await search({}, { per_page: 200 })).json as { id: number; updated_at: string }[];
    const since = all[150]!.updated_at;
    const found = (
      await search({ "ticket.updated_at": { operator: "after (absolute)", value: since } }, { per_page: 200 })
    ).json;
    expect(found[0].updated_at).toBe(since);
    const stamps = found.map((ticket: { updated_at: string }) => ticket.updated_at);
    expect(stamps).toEqual([...stamps].sort());
    const narrowed = await search({
      "ticket.group_id": { operator: "is", value: [2] },
      "ticket.state_id": { operator: "is", value: ["4"] },
      "ticket.tags": { operator: "contains one", value: "done, else" },
    });
    expect(
      new Set(narrowed.json.map((ticket: { group: string; state: string }) => `${ticket.group} ${ticket.state}`)),
    ).toEqual(new Set(["Billing closed"]));
    const nested = {
      operator: "OR",
      conditions: [
        { name: "ticket.id", operator: "is", value: "3" },
        { name: "ticket.id", operator: "is", value: "5" },
      ],
    };
    expect((await search(nested)).json.map((ticket: { id: number }) => ticket.id)).toEqual([3, 5]);
    expect((await search({ "ticket.updated_at": { operator: "newer", value: since } })).status).toBe(422);
  });

  it("without a search engine a query of attributes is a plain text that no ticket contains", async () => {
    expect((await call("GET", "/tickets/search?query=state.name:open&expand=true")).json).toEqual([]);
    expect((await call("GET", "/tickets/search?query=question+17*&expand=true")).json).toHaveLength(11);
  });
});
