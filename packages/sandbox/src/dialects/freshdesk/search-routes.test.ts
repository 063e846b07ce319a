import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestDesk, type TestDesk } from "./test-desk.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => desk.close());

describe("Freshdesk search", () => {
  const search = (query: string, page = "1") =>
    desk.freshdesk("GET", `/search/tickets?${new URLSearchParams({ query, page })}`);

  it("filters by the query in double quotes, 30 a page, with the total", async () => {
    const group = (await desk.freshdesk("GET", "/groups")).json[0];
    const answer = await search(`"status:4 AND group_id:${group.id}"`);
    expect(answer.json.results).toHaveLength(30);
    expect(answer.json.total).toBeGreaterThan(100);
    expect(answer.json.results.every((row: { status: number }) => row.status === 4)).toBe(true);
    expect(Object.keys(answer.json.results[0])).not.toContain("description");
    const page4 = await search('"status:4"', "10");
    expect(page4.json.results).toHaveLength(30);
  });

  it.each([
    ["status:2", "1", "query"],
    ['"status:2"', "11", "page"],
    ['"subject:hello"', "1", "subject"],
    ['"status:2 AND"', "1", "query"],
    [`"${"x".repeat(513)}"`, "1", "query"],
  ])("refuses %s on page %s", async (query, page, field) => {
    const answer = await search(query, page);
    expect([answer.status, answer.json.errors[0].field]).toEqual([400, field]);
  });
});
