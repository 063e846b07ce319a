import { describe, expect, test } from "vitest";
import { searchWords } from "./search-tickets.ts";

const now = Date.UTC(2026, 10, 1, 9);
const day = 86_400_000;

describe("the search language", () => {
  test("words with blanks and quotes cannot leave their place", () => {
    const span = { start: now - day, end: now };
    expect(searchWords({ tag: 'a" status:new "b', queueId: "12" }, span)).toBe(
      `group:12 tags:"a  status:new  b" updated>=2026-10-31T09:00:00Z updated<2026-11-01T09:00:00Z`,
    );
  });

  test("a status of the installation's own is not asked for", () => {
    expect(searchWords({ statuses: ["open", "other"] }, { start: now, end: null })).toBe(
      `updated>=2026-11-01T09:00:00Z`,
    );
  });
});
