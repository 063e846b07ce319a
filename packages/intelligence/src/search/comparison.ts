import type { QueryPlan } from "./query-plan.ts";
import type { TextTable } from "./text-table.ts";
import { TopList } from "./top-list.ts";

/** BM25 (Robertson and Zaragoza 2009): how fast repetition stops counting, and how much length counts against a text. */
const K1 = 1.2;
const B = 0.5;
/** A whole word counts as much as so many of its pieces; measured on training questions. */
export const STEM_WEIGHT = 4;
/** So many texts, the best by whole words, are compared piece by piece. */
const CANDIDATES = 128;
/** A word that has such a share of its pieces in common with the question brings its texts into the comparison. */
const RELATED_SHARE = 0.25;
const MOST_RELATED = 64;
/** A stem in such a share of the texts finds none of them; it is counted in those that rarer ones have found. */
const COMMON_SHARE = 0.25;
const LEAST_COMMON = 1_000;

/** One question held against the texts: first by whole words, then the best ones piece by piece. */
export class Comparison {
  readonly #texts: TextTable;
  readonly #sums: Float64Array;
  readonly #rough: Float64Array;
  readonly #touched: number[] = [];
  readonly #rarityOfGram: Float64Array;
  /** By word: how many of its pieces the question has. */
  readonly #shared: Uint16Array;
  readonly #sharedGramsOf = new Map<number, readonly number[]>();
  readonly #counts: Uint16Array;
  /** By stem: the weight of one that is not in the sums, else 0. */
  readonly #common: Float64Array;

  constructor(plan: QueryPlan, texts: TextTable, sums: Float64Array, rough: Float64Array) {
    this.#texts = texts;
    this.#sums = sums;
    this.#rough = rough;
    this.#rarityOfGram = new Float64Array(texts.table.wordsWith.length);
    this.#counts = new Uint16Array(texts.table.wordsWith.length);
    this.#shared = new Uint16Array(texts.table.grams.length);
    this.#common = new Float64Array(texts.postings.length);
    const isRare = ({ id }: { readonly id: number }) =>
      (texts.postings[id]?.length ?? 0) <= Math.max(LEAST_COMMON, COMMON_SHARE * texts.rows.length);
    const anyRare = plan.stems.some((stem) => isRare(stem) && texts.postings[stem.id] !== undefined);
    for (const stem of plan.stems) {
      if (!anyRare || isRare(stem)) this.#addPostings(stem.id, stem.weight, sums);
      else this.#common[stem.id] = stem.weight;
    }
    for (const { id, weight } of plan.grams) this.#rarityOfGram[id] = weight;
    const related = new TopList(MOST_RELATED);
    const asked = new Set(plan.stems.map(({ id }) => id));
    for (const word of this.#wordsSharing(plan)) {
      const share = this.#shared[word]! / texts.table.grams[word]!.length;
      if (share >= RELATED_SHARE && !asked.has(texts.table.stems.items[word]!)) {
        related.add(word, share * texts.ofStem(texts.table.stems.items[word]!));
      }
    }
    const stems = new Map<number, number>();
    related.items.forEach((word, place) => {
      const stem = texts.table.stems.items[word]!;
      stems.set(stem, Math.max(stems.get(stem) ?? 0, related.weights[place]!));
    });
    for (const [stem, weight] of stems) this.#addPostings(stem, weight, rough);
  }

  candidates(accepts: (text: number) => boolean): readonly number[] {
    const candidates = new TopList(CANDIDATES);
    for (const text of this.#touched) {
      const weight = this.#sums[text]! + this.#rough[text]!;
      if (candidates.takes(weight) && accepts(text)) candidates.add(text, weight);
    }
    return candidates.items;
  }

  score(text: number): number {
    const { words, counts, length, gramLength } = this.#texts.rows[text]!;
    const found: number[] = [];
    const common = new Map<number, number>();
    for (let at = 0; at < words.length; at++) {
      const word = words[at]!;
      if (this.#shared[word] === 0) continue;
      const stem = this.#texts.table.stems.items[word]!;
      if (this.#common[stem]! > 0) common.set(stem, (common.get(stem) ?? 0) + counts[at]!);
      for (const gram of this.#sharedGrams(word)) {
        if (this.#counts[gram] === 0) found.push(gram);
        this.#counts[gram]! += counts[at]!;
      }
    }
    const slowness = K1 * (1 - B + (B * gramLength) / this.#texts.averageGramLength);
    let stems = this.#sums[text]!;
    for (const [stem, count] of common) stems += this.#common[stem]! * this.#worthOf(count, length);
    let sum = STEM_WEIGHT * stems;
    for (const gram of found) {
      const count = this.#counts[gram]!;
      sum += (this.#rarityOfGram[gram]! * count * (K1 + 1)) / (count + slowness);
      this.#counts[gram] = 0;
    }
    return sum;
  }

  /** The pieces of a word that the question has too. The same words come in many texts. */
  #sharedGrams(word: number): readonly number[] {
    const known = this.#sharedGramsOf.get(word);
    if (known !== undefined) return known;
    const grams = [...this.#texts.table.grams[word]!].filter((gram) => this.#rarityOfGram[gram]! > 0);
    this.#sharedGramsOf.set(word, grams);
    return grams;
  }

  /** Leaves the shared sums as they were. */
  end(): void {
    for (const text of this.#touched) {
      this.#sums[text] = 0;
      this.#rough[text] = 0;
    }
  }

  #wordsSharing(plan: QueryPlan): number[] {
    const words: number[] = [];
    for (const { id } of plan.grams) {
      const { items, length } = this.#texts.table.wordsWith[id]!;
      for (let at = 0; at < length; at++) if (this.#shared[items[at]!]!++ === 0) words.push(items[at]!);
    }
    return words;
  }

  #addPostings(stem: number, weight: number, into: Float64Array): void {
    const postings = this.#texts.postings[stem];
    if (postings === undefined) return;
    const { rows } = this.#texts;
    for (let at = 0; at < postings.length; at++) {
      const text = postings.items[at]! >>> 8;
      const row = rows[text];
      if (row === null || row === undefined) continue;
      const count = postings.items[at]! & 255;
      if (this.#sums[text] === 0 && this.#rough[text] === 0) this.#touched.push(text);
      into[text]! += weight * this.#worthOf(count, row.length);
    }
  }

  /** What a stem that a text has so often is worth, as a part of its weight. */
  #worthOf(count: number, length: number): number {
    return (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / this.#texts.averageLength));
  }
}
