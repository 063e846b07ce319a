import type { QueryPlan } from "./query-plan.ts";
import type { TextTable } from "./text-table.ts";
import { TopList } from "./top-list.ts";
import type { Workspace } from "./workspace.ts";

/** BM25 (Robertson and Zaragoza 2009): how fast repetition stops counting, and how much length counts against a text. */
const K1 = 1.2;
const B = 0.5;
const LEAST_SLOWNESS = K1 * (1 - B);
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
  readonly #plan: QueryPlan;
  readonly #texts: TextTable;
  readonly #work: Workspace;
  /** Texts found. */
  #found = 0;
  /** Stems whose weight is not in the sums. */
  #commonStems = 0;

  constructor(plan: QueryPlan, texts: TextTable, work: Workspace) {
    this.#plan = plan;
    this.#texts = texts;
    this.#work = work;
    work.fit(texts, plan);
    const isRare = ({ id }: { readonly id: number }) =>
      (texts.postings[id]?.length ?? 0) <= Math.max(LEAST_COMMON, COMMON_SHARE * texts.size);
    const anyRare = plan.stems.some((stem) => isRare(stem) && texts.postings[stem.id] !== undefined);
    for (const stem of plan.stems) {
      if (!anyRare || isRare(stem)) this.#addPostings(stem.id, stem.weight, work.sums);
      else {
        work.weights[++this.#commonStems] = stem.weight;
        work.placeOfStem[stem.id] = this.#commonStems;
      }
    }
    for (const [at, { weight }] of plan.grams.entries()) work.weights[this.#commonStems + 1 + at] = weight;
    this.#findWordsSharing();
    for (const [stem, weight] of this.#relatedStems()) this.#addPostings(stem, weight, work.rough);
  }

  candidates(accepts: (text: number) => boolean): number[] {
    const { sums, rough, texts } = this.#work;
    const candidates = new TopList(CANDIDATES);
    let { bar } = candidates;
    for (let at = 0; at < this.#found; at++) {
      const text = texts[at]!;
      const weight = sums[text]! + rough[text]!;
      if (weight <= bar || !accepts(text)) continue;
      candidates.add(text, weight);
      bar = candidates.bar;
    }
    return candidates.list().map(({ item }) => item);
  }

  score(text: number): number {
    const { sums, shared, placesAt, places, counts: found, weights } = this.#work;
    const { starts, lengths, gramLengths, averageLength, averageGramLength } = this.#texts;
    const words = this.#texts.words.items;
    const counts = this.#texts.counts.items;
    const firstGram = this.#commonStems + 1;
    const end = firstGram + this.#plan.grams.length;
    found.fill(0, 0, end);
    for (let at = starts.items[text]!; at < starts.items[text + 1]!; at++) {
      const word = words[at]!;
      const share = shared[word]!;
      if (share === 0) continue;
      const count = counts[at]!;
      const first = placesAt[word]!;
      for (let place = first; place <= first + share; place++) found[places[place]!]! += count;
    }
    let stems = sums[text]!;
    const slowness = slownessOf(lengths.items[text]!, averageLength);
    for (let at = 1; at < firstGram; at++) stems += weights[at]! * worthOf(found[at]!, slowness);
    let grams = 0;
    const gramSlowness = slownessOf(gramLengths.items[text]!, averageGramLength);
    for (let at = firstGram; at < end; at++) grams += weights[at]! * worthOf(found[at]!, gramSlowness);
    return STEM_WEIGHT * stems + grams;
  }

  /** Leaves the workspace as it was. */
  end(): void {
    const { sums, rough, shared, placeOfStem, texts, words } = this.#work;
    for (let at = 0; at < this.#found; at++) {
      sums[texts[at]!] = 0;
      rough[texts[at]!] = 0;
    }
    for (let at = 0; at < words.length; at++) shared[words.items[at]!] = 0;
    for (const { id } of this.#plan.stems) placeOfStem[id] = 0;
    words.length = 0;
  }

  /** Notes for every word with a piece of the question which ones it has: the same words come in many texts. */
  #findWordsSharing(): void {
    const { shared, placesAt, words, placeOfStem } = this.#work;
    const { wordsWith, stems } = this.#texts.table;
    const { grams } = this.#plan;
    for (const { id } of grams) {
      const { items, length } = wordsWith[id]!;
      for (let at = 0; at < length; at++) if (shared[items[at]!]!++ === 0) words.push(items[at]!);
    }
    let end = 0;
    for (let at = 0; at < words.length; at++) {
      const word = words.items[at]!;
      placesAt[word] = end;
      end += shared[word]! + 1;
    }
    this.#work.fitPlaces(end);
    const { places } = this.#work;
    for (let place = 0; place < grams.length; place++) {
      const { items, length } = wordsWith[grams[place]!.id]!;
      for (let at = 0; at < length; at++) places[placesAt[items[at]!]!++] = this.#commonStems + 1 + place;
    }
    for (let at = 0; at < words.length; at++) {
      const word = words.items[at]!;
      places[placesAt[word]!] = placeOfStem[stems.items[word]!]!;
      placesAt[word]! -= shared[word]!;
    }
  }

  /** Stems of words that are not asked for but have much in common with one that is, and what each is worth. */
  #relatedStems(): Map<number, number> {
    const { shared, words } = this.#work;
    const { stems: stemOf, gramCounts } = this.#texts.table;
    const { ofUnknown } = this.#texts;
    const asked = new Set(this.#plan.stems.map(({ id }) => id));
    const related = new TopList(MOST_RELATED);
    for (let at = 0; at < words.length; at++) {
      const word = words.items[at]!;
      const share = shared[word]! / gramCounts.items[word]!;
      // Most words fail here, before their rarity is worked out.
      if (share < RELATED_SHARE || share * ofUnknown <= related.bar) continue;
      const stem = stemOf.items[word]!;
      if (!asked.has(stem)) related.add(word, share * this.#texts.ofStem(stem));
    }
    const stems = new Map<number, number>();
    for (const { item, weight } of related.list()) {
      const stem = stemOf.items[item]!;
      stems.set(stem, Math.max(stems.get(stem) ?? 0, weight));
    }
    return stems;
  }

  #addPostings(stem: number, weight: number, into: Float64Array): void {
    const postings = this.#texts.postings[stem];
    if (postings === undefined) return;
    const { sums, rough, texts } = this.#work;
    const lengths = this.#texts.lengths.items;
    const { items, length: end } = postings;
    const perWord = (K1 * B) / this.#texts.averageLength;
    let found = this.#found;
    for (let at = 0; at < end; at++) {
      const posting = items[at]!;
      const text = posting >>> 8;
      const length = lengths[text]!;
      if (length === 0) continue;
      const before = into[text]!;
      if (before === 0 && sums[text] === 0 && rough[text] === 0) texts[found++] = text;
      into[text] = before + weight * worthOf(posting & 255, LEAST_SLOWNESS + perWord * length);
    }
    this.#found = found;
  }
}

/** What a stem that a text has so often is worth, as a part of its weight. */
function worthOf(count: number, slowness: number): number {
  return (count * (K1 + 1)) / (count + slowness);
}

/** How slowly repetition adds up in a text of such a length. */
function slownessOf(length: number, average: number): number {
  return LEAST_SLOWNESS + ((K1 * B) / average) * length;
}
