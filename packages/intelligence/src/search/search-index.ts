import { Comparison, STEM_WEIGHT } from "./comparison.ts";
import { planQuery } from "./query-plan.ts";
import { type SearchField, TextTable } from "./text-table.ts";
import { TopList } from "./top-list.ts";
import { Workspace } from "./workspace.ts";

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
  readonly #workspace = new Workspace();

  get size(): number {
    return this.#texts.texts;
  }

  /** Share of the memory that removed texts still hold. */
  get wasted(): number {
    return this.#texts.size === 0 ? 0 : 1 - this.#texts.texts / this.#texts.size;
  }

  /** @returns the number by which the text is found and removed. */
  add(fields: readonly SearchField[]): number {
    return this.#texts.add(fields);
  }

  remove(text: number): void {
    this.#texts.remove(text);
  }

  /** Best first; of equally good ones the one added first. */
  search(query: string, { accepts, limit }: SearchOptions): SearchHit[] {
    const plan = planQuery(query, this.#texts.table, this.#texts);
    const full = STEM_WEIGHT * plan.full.stems + plan.full.grams;
    if (full === 0) return [];
    const comparison = new Comparison(plan, this.#texts, this.#workspace);
    const best = new TopList(limit);
    try {
      for (const text of comparison.candidates(accepts)) best.add(text, comparison.score(text));
    } finally {
      comparison.end();
    }
    return best.list().map(({ item, weight }) => ({ text: item, score: 1 - Math.exp((-STEEPNESS * weight) / full) }));
  }
}
