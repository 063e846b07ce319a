import fc from "fast-check";
import { expect, it } from "vitest";
import { averageLink } from "./average-link.ts";
import { similaritiesOf, similarity, vectorsOf } from "./short-texts.ts";

/** As the definition says: again and again the pair of groups with the highest mean. */
function byDefinition(matrix: Float32Array, count: number, least: number): number[][] {
  const groups = Array.from({ length: count }, (_, item) => [item]);
  for (;;) {
    let best = { a: -1, b: -1, mean: Number.NEGATIVE_INFINITY };
    for (let a = 0; a < groups.length; a++) {
      for (let b = a + 1; b < groups.length; b++) {
        const pairs = groups[a]!.flatMap((x) => groups[b]!.map((y) => matrix[x * count + y]!));
        const mean = pairs.reduce((sum, value) => sum + value, 0) / pairs.length;
        if (mean > best.mean) best = { a, b, mean };
      }
    }
    if (best.a < 0 || best.mean < least) return groups.map((group) => group.sort((x, y) => x - y));
    groups[best.a]!.push(...groups[best.b]!);
    groups.splice(best.b, 1);
  }
}

it("gives the groups that the definition gives", () => {
  const cases = fc.integer({ min: 0, max: 9 }).chain((count) =>
    fc.record({
      count: fc.constant(count),
      values: fc.uniqueArray(fc.integer({ min: 1, max: 100_000 }), {
        minLength: Math.floor((count * count) / 2),
        maxLength: count * count + 1,
      }),
    }),
  );
  fc.assert(
    fc.property(cases, fc.constantFrom(0.1, 0.3, 0.5, 0.8), ({ count, values }, least) => {
      const matrix = new Float32Array(count * count);
      let used = 0;
      for (let a = 0; a < count; a++) {
        for (let b = 0; b < a; b++) {
          const value = (values[used++] ?? 50_000) / 100_000;
          matrix[a * count + b] = value;
          matrix[b * count + a] = value;
        }
      }
      const expected = byDefinition(matrix.slice(), count, least);
      expect(averageLink(count, matrix, least)).toEqual(expected);
    }),
  );
});

it("all similarities at once are those of pairs", () => {
  const vectors = vectorsOf(["export data as csv", "csv export", "wash a jacket", ""]);
  const matrix = similaritiesOf(vectors);
  for (const [a, first] of vectors.entries()) {
    for (const [b, second] of vectors.entries()) {
      if (a !== b) expect(matrix[a * 4 + b]).toBeCloseTo(similarity(first, second), 5);
    }
  }
  expect(similarity(vectors[0]!, vectors[1]!)).toBeGreaterThan(similarity(vectors[0]!, vectors[2]!));
});
