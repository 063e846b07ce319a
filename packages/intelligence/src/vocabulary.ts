import type { Grams } from "./grams.ts";
import { HashIndex } from "./hash-index.ts";
import { doubled } from "./typed-array.ts";

const MOST_FEATURES = 150_000;
const HASHES = 2 ** 32;

/** The features of a model: hash → number, with the count of training texts that have it. */
export interface Vocabulary {
  readonly index: HashIndex;
  /** Frequent features first, by hash among equals: close in memory, and compact when encoded. */
  readonly hashes: Uint32Array;
  readonly documentFrequency: Uint32Array;
  readonly documents: number;
}

/** In so many texts must a feature stand; rare ones help small sets and only cost memory in big ones. */
function leastDocumentFrequency(documents: number): number {
  return documents < 10_000 ? 1 : documents <= 20_000 ? 2 : 3;
}

/** Reads `documents` texts; `collect(row, grams)` fills in the n-grams of one of them. */
export function buildVocabulary(documents: number, grams: Grams, collect: (row: number) => void): Vocabulary {
  const seen = new HashIndex(65_536);
  let frequency = new Uint32Array(65_536);
  let lastRow = new Uint32Array(65_536);
  for (let row = 0; row < documents; row++) {
    grams.clear();
    collect(row);
    for (let at = 0; at < grams.length; at++) {
      const feature = seen.add(grams.hash[at]!);
      if (feature >= frequency.length) {
        frequency = doubled(frequency);
        lastRow = doubled(lastRow);
      }
      if (lastRow[feature] === row + 1) continue;
      lastRow[feature] = row + 1;
      frequency[feature]!++;
    }
  }
  const least = leastDocumentFrequency(documents);
  const hashes = seen.keys();
  // One number per feature that sorts by falling frequency, then by hash; exact below 2^53.
  const keys = new Float64Array(seen.size);
  let kept = 0;
  for (let feature = 0; feature < seen.size; feature++) {
    if (frequency[feature]! >= least) keys[kept++] = (documents - frequency[feature]!) * HASHES + hashes[feature]!;
  }
  const chosen = keys.subarray(0, kept).sort().subarray(0, MOST_FEATURES);
  return vocabularyOf(
    Uint32Array.from(chosen, (key) => key % HASHES),
    Uint32Array.from(chosen, (key) => documents - Math.floor(key / HASHES)),
    documents,
  );
}

export function vocabularyOf(hashes: Uint32Array, documentFrequency: Uint32Array, documents: number): Vocabulary {
  const index = new HashIndex(hashes.length);
  for (const hash of hashes) index.add(hash);
  return { index, hashes, documentFrequency, documents };
}

/** Rare words weigh more: `ln((1 + documents) / (1 + frequency)) + 1`. */
export function inverseDocumentFrequency(vocabulary: Vocabulary): Float32Array {
  return Float32Array.from(
    vocabulary.documentFrequency,
    (frequency) => Math.log((1 + vocabulary.documents) / (1 + frequency)) + 1,
  );
}
