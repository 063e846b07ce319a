import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { categorySlug } from "./category-slug.ts";

describe("5.4 D46: categories are slugs of queues", () => {
  test.each([
    ["Billing", "billing"],
    ["Returns & Refunds", "returns_refunds"],
    ["Müller Straße", "muller_strasse"],
    ["2nd Level", "nd_level"],
    ["IT", "it"],
    ["technical_support", "technical_support"],
  ])("%s → %s", (name, slug) => expect(categorySlug(name)).toBe(slug));

  it("names that begin alike do not become one", () => {
    const names = [
      "Support Level 2 Network Europe",
      "Support Level 2 Network Asia",
      "受信トレイ",
      "Поддержка",
      "A",
      "B",
      "1",
      "2",
    ];
    expect(new Set(names.map(categorySlug)).size).toBe(names.length);
  });

  it("is a category of the wire that fits into a tag, and its own slug", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ minLength: 1 }), fc.string({ unit: "binary", minLength: 1, maxLength: 60 })),
        (name) => {
          const slug = categorySlug(name);
          expect(slug).toMatch(/^[a-z][a-z0-9_]{1,19}$/);
          expect(categorySlug(slug)).toBe(slug);
        },
      ),
    );
  });
});
