import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesSearch, parseSearchQuery, type SearchExpression } from "./search-query.ts";

const matches = (query: string, record: Record<string, (string | number | null)[]>) =>
  matchesSearch(parseSearchQuery(query)!, (field) => record[field] ?? [null]);

describe("Freshdesk search query", () => {
  it("reads comparisons, AND, OR and parentheses; AND binds tighter", () => {
    const record = { status: [2], priority: [4], tag: ["vip", "late"] };
    expect(matches("status:2", record)).toBe(true);
    expect(matches("status:3 OR status:2 AND priority:4", record)).toBe(true);
    expect(matches("(status:3 OR status:2) AND priority:1", record)).toBe(false);
    expect(matches("tag:'late'", record)).toBe(true);
    expect(matches("type:null", record)).toBe(true);
  });

  it("takes :> as at least and :< as at most", () => {
    const record = { priority: [3], created_at: ["2026-02-01"] };
    expect(matches("priority:>3", record)).toBe(true);
    expect(matches("priority:<3", record)).toBe(true);
    expect(matches("priority:>4", record)).toBe(false);
    expect(matches("created_at:>'2026-01-31'", record)).toBe(true);
  });

  it.each(["", "status", "status:2 AND", "(status:2", "status:2)", "status:2 status:3", "AND status:2", "status 2"])(
    "refuses %j",
    (query) => expect(parseSearchQuery(query)).toBeNull(),
  );

  it("reads back every expression that is written out", () => {
    const { expression } = fc.letrec<{ expression: SearchExpression; leaf: SearchExpression; node: SearchExpression }>(
      (tie) => ({
        expression: fc.oneof({ maxDepth: 4 }, tie("leaf"), tie("node")),
        leaf: fc.record({
          field: fc.constantFrom("status", "tag", "cf_ai_category"),
          operator: fc.constantFrom("=", ">=", "<="),
          value: fc.oneof(fc.integer(), fc.constantFrom("billing", "two words", null, true)),
        }),
        node: fc.record({
          join: fc.constantFrom("AND", "OR"),
          parts: fc.array(tie("expression"), { minLength: 2, maxLength: 3 }),
        }),
      }),
    );
    const write = (node: SearchExpression): string => {
      if ("join" in node) return node.parts.map((part) => `(${write(part)})`).join(` ${node.join} `);
      const value = typeof node.value === "string" ? `'${node.value}'` : String(node.value);
      return `${node.field}:${{ "=": "", ">=": ">", "<=": "<" }[node.operator]}${value}`;
    };
    fc.assert(
      fc.property(expression, (tree) => {
        expect(parseSearchQuery(write(tree))).toEqual(tree);
      }),
    );
  });

  it("ends on any text", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseSearchQuery(text)));
  });
});
