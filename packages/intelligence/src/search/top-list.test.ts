import fc from "fast-check";
import { expect, it } from "vitest";
import { TopList } from "./top-list.ts";

it("keeps the heaviest, heaviest first, and of equal ones those seen first", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.integer({ min: 1, max: 12 }), (weights, limit) => {
      const list = new TopList(limit);
      for (const [item, weight] of weights.entries()) list.add(item, weight);
      const sorted = weights.map((weight, item) => ({ item, weight })).sort((a, b) => b.weight - a.weight);
      expect(list.list()).toEqual(sorted.slice(0, limit));
      expect(list.bar).toBe(weights.length < limit ? Number.NEGATIVE_INFINITY : sorted[limit - 1]!.weight);
    }),
  );
});
