import { functionStems } from "./function-words.ts";
import { gramsOf, stemOf, wordsOf } from "./words.ts";

/** A unit vector by feature; features are stems, and pieces of words behind a `~`. */
export type SparseVector = ReadonlyMap<string, number>;

/** Part of the words and of their pieces in the length of a vector. */
const STEM_SHARE = 0.75;
const GRAM_SHARE = 1 - STEM_SHARE;
const FUNCTION_WORD = 0.1;

/** Texts of a few words as vectors, rare words weighing more: for comparing them with each other. */
export function vectorsOf(texts: readonly string[]): SparseVector[] {
  const unimportant = functionStems();
  const rows = texts.map((text) => {
    const stems = new Set<string>();
    const grams = new Set<string>();
    for (const word of wordsOf(text)) {
      const stem = stemOf(word);
      stems.add(stem);
      if (!unimportant.has(stem)) for (const gram of gramsOf(word)) grams.add(`~${gram}`);
    }
    return { stems, grams };
  });
  const counts = new Map<string, number>();
  for (const { stems, grams } of rows) {
    for (const feature of [...stems, ...grams]) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const weigh = (feature: string) =>
    (1 + Math.log((1 + rows.length) / counts.get(feature)!)) * (unimportant.has(feature) ? FUNCTION_WORD : 1);
  return rows.map(
    ({ stems, grams }) => new Map([...block(stems, STEM_SHARE, weigh), ...block(grams, GRAM_SHARE, weigh)]),
  );
}

function block(features: ReadonlySet<string>, share: number, weigh: (feature: string) => number): [string, number][] {
  const weights = [...features].map((feature): [string, number] => [feature, weigh(feature)]);
  const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0));
  return weights.map(([feature, weight]) => [feature, (Math.sqrt(share) * weight) / length]);
}

/** Cosine of two vectors of one call; 0..1. */
export function similarity(a: SparseVector, b: SparseVector): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [feature, weight] of few) sum += weight * (many.get(feature) ?? 0);
  return Math.min(1, sum);
}

/** All of them with each other, row by row: feature by feature, since most pairs have few in common. */
export function similaritiesOf(vectors: readonly SparseVector[]): Float32Array {
  const count = vectors.length;
  const matrix = new Float32Array(count * count);
  const byFeature = new Map<string, { readonly rows: number[]; readonly weights: number[] }>();
  vectors.forEach((vector, row) => {
    for (const [feature, weight] of vector) {
      const entry = byFeature.get(feature) ?? { rows: [], weights: [] };
      for (let at = 0; at < entry.rows.length; at++) {
        matrix[row * count + entry.rows[at]!]! += weight * entry.weights[at]!;
      }
      entry.rows.push(row);
      entry.weights.push(weight);
      byFeature.set(feature, entry);
    }
  });
  for (let a = 0; a < count; a++) for (let b = 0; b < a; b++) matrix[b * count + a] = matrix[a * count + b]!;
  return matrix;
}

/** The heaviest features of the mean of vectors, of length one: what they have in common. */
export function centroidOf(vectors: readonly SparseVector[], features: number): SparseVector {
  const sums = new Map<string, number>();
  for (const vector of vectors) {
    for (const [feature, weight] of vector) sums.set(feature, (sums.get(feature) ?? 0) + weight);
  }
  const heaviest = [...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, features);
  const length = Math.sqrt(heaviest.reduce((sum, [, weight]) => sum + weight * weight, 0));
  return new Map(heaviest.map(([feature, weight]) => [feature, length === 0 ? 0 : weight / length]));
}
