import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileSearch, InvalidSearch, type SearchableTicket } from "./search-query.ts";

const ticket = (over: Partial<SearchableTicket> = {}): SearchableTicket => ({
  id: 1,
  subject: "Charged twice for order 4711",
  description: "My card was charged twice.",
  status: "open",
  priority: "normal",
  type: "question",
  group: ["12", "Billing"],
  requester: ["3001", "mara@customer.example"],
  assignee: [],
  tags: ["vip", "refund"],
  created: Date.parse("2026-10-31T10:00:00Z"),
  updated: Date.parse("2026-11-01T09:00:00Z"),
  ...over,
});
const matches = (query: string, over: Partial<SearchableTicket> = {}) => compileSearch(query).matches(ticket(over));

describe("search query", () => {
  it.each([
    ["", true],
    ["status<solved", true],
    ["status:solved", false],
    ["status:solved status:open", true],
    ["-status:open", false],
    ["priority>=high", false],
    ["priority>low", true],
    ["tags:vip", true],
    ["-tags:vip", false],
    ["group:Billing", true],
    ['group:"Technical Support"', false],
    ["group:12", true],
    ["assignee:none", true],
    ["requester:MARA@customer.example", true],
    ["updated>2026-01-01T00:00:00Z", true],
    ["updated<2026-11-01T09:00:00Z", false],
    ["created:2026-10-31", true],
    ["created:2026-11-01", false],
    ['subject:"charged twice"', true],
    ["charged card", true],
    ['"card charged"', false],
  ])("%s → %s", (query, expected) => {
    expect(matches(query)).toBe(expected);
  });

  it("keeps the kinds of record apart from the conditions", () => {
    expect(compileSearch("type:ticket status:open").types).toEqual(["ticket"]);
  });

  it("a null priority is none, and neither above nor below anything", () => {
    expect(matches("priority:none", { priority: null })).toBe(true);
    expect(matches("priority<urgent", { priority: null })).toBe(false);
  });

  it("any text compiles or is refused as a search", () => {
    fc.assert(
      fc.property(fc.string(), (query) => {
        try {
          expect(typeof compileSearch(query).matches(ticket())).toBe("boolean");
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidSearch);
        }
      }),
    );
  });
});
