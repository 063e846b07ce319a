import type { Matrix } from "./matrix.ts";

/** So many of its heaviest features stand for a ticket, in the index and in the question alike. */
const FEATURES_PER_ROW = 96;
const LARGEST = 255;

/** A past ticket and its cosine similarity. */
export interface Nearest {
  readonly row: number;
  readonly similarity: number;
}

/** An index of past tickets, by feature, to find the nearest ones of a new ticket. */
export class NeighbourIndex {
  readonly rows: number;
  /** The tickets with feature `f` are `postings` from `offsets[f]` to `offsets[f + 1]`, ascending. */
  readonly offsets: Uint32Array;
  readonly postings: Uint32Array;
  /** The part of the feature in the ticket's length, in 255ths. */
  readonly shares: Uint8Array;
  readonly #sums: Float32Array;
  #touched: Uint32Array;

  constructor(rows: number, offsets: Uint32Array, postings: Uint32Array, shares: Uint8Array) {
    this.rows = rows;
    this.offsets = offsets;
    this.postings = postings;
    this.shares = shares;
    this.#sums = new Float32Array(rows);
    this.#touched = new Uint32Array(rows);
  }

  /** The `count` nearest tickets, nearest first; `except` is left out. */
  nearest(indices: Uint32Array, values: Float32Array, length: number, count: number, except = -1): Nearest[] {
    const sums = this.#sums;
    const touched = this.#touched;
    let used = 0;
    let square = 0;
    for (const at of heaviestOf(values.subarray(0, length))) {
      const value = values[at]!;
      square += value * value;
      const to = this.offsets[indices[at]! + 1]!;
      for (let i = this.offsets[indices[at]!]!; i < to; i++) {
        const row = this.postings[i]!;
        if (sums[row] === 0) touched[used++] = row;
        sums[row]! += value * this.shares[i]!;
      }
    }
    const scale = square === 0 ? 0 : 1 / (LARGEST * Math.sqrt(square));
    const best: Nearest[] = [];
    for (let at = 0; at < used; at++) {
      const row = touched[at]!;
      const similarity = Math.min(sums[row]! * scale, 1);
      sums[row] = 0;
      if (row === except || (best.length === count && similarity <= best[count - 1]!.similarity)) continue;
      let place = Math.min(best.length, count - 1);
      while (place > 0 && best[place - 1]!.similarity < similarity) {
        best[place] = best[place - 1]!;
        place--;
      }
      if (count > 0) best[place] = { row, similarity };
    }
    return best;
  }
}

export function buildNeighbourIndex({ rows, features, offsets, indices, values }: Matrix): NeighbourIndex {
  const kept: Uint32Array[] = [];
  const lengths = new Float64Array(rows);
  const starts = new Uint32Array(features + 1);
  for (let row = 0; row < rows; row++) {
    const heaviest = heaviestOf(values.subarray(offsets[row]!, offsets[row + 1]!)).map((at) => offsets[row]! + at);
    for (const at of heaviest) lengths[row]! += values[at]! * values[at]!;
    for (const at of heaviest) starts[indices[at]! + 1]!++;
    kept.push(heaviest);
  }
  for (let feature = 0; feature < features; feature++) starts[feature + 1]! += starts[feature]!;
  const postings = new Uint32Array(starts[features]!);
  const shares = new Uint8Array(postings.length);
  const next = starts.slice();
  kept.forEach((entries, row) => {
    const scale = lengths[row] === 0 ? 0 : LARGEST / Math.sqrt(lengths[row]!);
    for (const at of entries) {
      const slot = next[indices[at]!]!++;
      postings[slot] = row;
      shares[slot] = Math.max(Math.round(values[at]! * scale), 1);
    }
  });
  return new NeighbourIndex(rows, starts, postings, shares);
}

const BUCKETS = 256;

/**
 * The places of the largest values, ascending. By buckets instead of sorting, since every ticket asks for it; in the
 * last bucket the first places win.
 */
function heaviestOf(values: Float32Array): Uint32Array {
  const count = Math.min(values.length, FEATURES_PER_ROW);
  let largest = 0;
  for (let place = 0; place < values.length; place++) largest = Math.max(largest, values[place]!);
  const scale = largest === 0 ? 0 : (BUCKETS - 1) / largest;
  const sizes = new Uint32Array(BUCKETS);
  for (let place = 0; place < values.length; place++) sizes[Math.floor(values[place]! * scale)]!++;
  let last = BUCKETS - 1;
  let room = count;
  while (last > 0 && sizes[last]! < room) room -= sizes[last--]!;
  const places = new Uint32Array(count);
  let used = 0;
  for (let place = 0; place < values.length && used < count; place++) {
    const bucket = Math.floor(values[place]! * scale);
    if (bucket > last || (bucket === last && room-- > 0)) places[used++] = place;
  }
  return places;
}
