import { Comparison, STEM_WEIGHT } from "./comparison.ts";
import { planQuery } from "./query-plan.ts";
import { type SearchField, TextTable } from "./text-table.ts";
import { TopList } from "./top-list.ts";

export interface SearchHit {
  readonly text: number;
  /** 0..1, 0.8 for a text of average length that has everything asked for once; rare words count more. */
  readonly score: number;
}

export interface SearchOptions {
  /** Texts that may be found; the others take no part. */
  readonly accepts: (text: number) => boolean;
  readonly limit: number;
}

/** e^-1.6 is 0.2. */
const STEEPNESS = 1.6;

/**
 * Texts by the stems of their words and by pieces of words, in memory: a typo, another ending or a compound is found by what is
 * left of the word.
 */
export class SearchIndex {
  readonly #texts = new TextTable();
  /** By text, zero between searches. */
  #sums = new Float64Array(1024);
  #rough = new Float64Array(1024);

  get size(): number {
    return this.#texts.texts;
  }

  /** Share of the memory that removed texts still hold. */
  get wasted(): number {
    return this.#texts.rows.length === 0 ? 0 : 1 - this.#texts.texts / this.#texts.rows.length;
  }

  /** @returns the number by which the text is found and removed. */
  add(fields: readonly SearchField[]): number {
    const text = this.#texts.add(fields);
    if (text >= this.#sums.length) {
      this.#sums = new Float64Array(this.#sums.length * 2);
      this.#rough = new Float64Array(this.#sums.length);
    }
    return text;
  }

  remove(text: number): void {
    this.#texts.remove(text);
  }

  /** Best first; of equally good ones the one added first. */
  search(query: string, { accepts, limit }: SearchOptions): SearchHit[] {
    const plan = planQuery(query, this.#texts.table, this.#texts);
    const full = STEM_WEIGHT * plan.full.stems + plan.full.grams;
    if (full === 0) return [];
    const comparison = new Comparison(plan, this.#texts, this.#sums, this.#rough);
    const best = new TopList(limit);
    for (const text of comparison.candidates(accepts)) best.add(text, comparison.score(text));
    comparison.end();
    return best.items.map((text, place) => ({ text, score: 1 - Math.exp((-STEEPNESS * best.weights[place]!) / full) }));
  }
}
