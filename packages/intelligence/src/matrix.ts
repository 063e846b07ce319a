import { type PreparedTicket, Vectorizer } from "./vectorizer.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * Sparse rows one after another: row `i` is `indices` and `values` from `offsets[i]` to `offsets[i + 1]`, by ascending
 * index, which keeps the frequent features of all rows together in the cache.
 */
export interface Matrix {
  readonly rows: number;
  readonly features: number;
  readonly offsets: Uint32Array;
  readonly indices: Uint32Array;
  readonly values: Float32Array;
}

/** More than any vector has entries; index and place fit into one number that sorts by index. */
const PLACES = 2 ** 24;

export function vectorizeAll(
  vocabulary: Vocabulary,
  tickets: readonly PreparedTicket[],
  onRow: (row: number) => void = () => {},
): Matrix {
  const vectorizer = new Vectorizer(vocabulary);
  const offsets = new Uint32Array(tickets.length + 1);
  let indices = new Uint32Array(1 << 20);
  let values = new Float32Array(1 << 20);
  let keys = new Float64Array(4096);
  let used = 0;
  tickets.forEach((ticket, row) => {
    vectorizer.vectorize(ticket);
    const { length } = vectorizer;
    if (length > keys.length) keys = new Float64Array(length * 2);
    if (used + length > indices.length) {
      // Grown to what the rows so far foretell, not doubled: this is the largest piece of memory in training.
      const expected = Math.ceil(((used + length) / (row + 1)) * tickets.length * 1.05) + length;
      const size = Math.max(expected, used + length);
      const moreIndices = new Uint32Array(size);
      const moreValues = new Float32Array(size);
      moreIndices.set(indices.subarray(0, used));
      moreValues.set(values.subarray(0, used));
      indices = moreIndices;
      values = moreValues;
    }
    for (let at = 0; at < length; at++) keys[at] = vectorizer.indices[at]! * PLACES + at;
    keys.subarray(0, length).sort();
    for (let at = 0; at < length; at++) {
      indices[used + at] = Math.floor(keys[at]! / PLACES);
      values[used + at] = vectorizer.values[keys[at]! % PLACES]!;
    }
    used += length;
    offsets[row + 1] = used;
    onRow(row);
  });
  return { rows: tickets.length, features: vocabulary.hashes.length, offsets, indices, values };
}
