import { ByteList } from "./byte-list.ts";
import { functionStems } from "./function-words.ts";
import { NumberList } from "./number-list.ts";
import type { Rarity } from "./query-plan.ts";
import { WordTable } from "./word-table.ts";
import { wordsOf } from "./words.ts";

export interface SearchField {
  readonly text: string;
  /** How often each of its words counts. */
  readonly weight: number;
}

/**
 * A language is there before the first article: so many texts are imagined, function words in most of them, so that rarity means
 * something in a small collection too.
 */
const BACKGROUND = 200;
const BACKGROUND_FUNCTION_STEM = 120;
const BACKGROUND_FUNCTION_GRAM = 60;
const LARGEST_COUNT = 255;

/** The texts of an index, and in how many of them every stem and every piece of a word occurs. */
export class TextTable implements Rarity {
  readonly table = new WordTable();
  /** By text: words and pieces of words, repetitions counted; no words once it is removed. */
  readonly lengths = new NumberList(1024);
  readonly gramLengths = new NumberList(1024);
  /** By text: where its words begin in `words` and `counts`; one more, where the last one ends. */
  readonly starts = new NumberList(1024);
  /** Of one text after the other: its words, and how often it has each. */
  readonly words = new NumberList(4096);
  readonly counts = new ByteList(4096);
  /** By stem: text × 256 + count; removed texts stay in. */
  readonly postings: NumberList[] = [];
  /** Of texts that are there. */
  texts = 0;
  readonly #removed = new Set<number>();
  #length = 0;
  #gramLength = 0;
  readonly #stemTexts: number[] = [];
  readonly #gramTexts: number[] = [];
  readonly #imaginedStem: number[] = [];
  readonly #imaginedGram: number[] = [];

  constructor() {
    this.starts.push(0);
    for (const stem of functionStems()) {
      const word = this.table.add(stem);
      this.#imaginedStem[this.table.stems.items[word]!] = BACKGROUND_FUNCTION_STEM;
      for (const gram of this.table.grams[word]!) this.#imaginedGram[gram] = BACKGROUND_FUNCTION_GRAM;
    }
  }

  /** Numbers given to texts, removed ones included. */
  get size(): number {
    return this.lengths.length;
  }

  get averageLength(): number {
    return this.#length / this.texts;
  }

  get averageGramLength(): number {
    return this.#gramLength / this.texts;
  }

  ofStem(stem: number): number {
    return this.#rarity((this.#stemTexts[stem] ?? 0) + (this.#imaginedStem[stem] ?? 0));
  }

  /** No stem is worth more than one that no text has. */
  get ofUnknown(): number {
    return this.#rarity(0);
  }

  ofGram(gram: number): number {
    return this.#rarity((this.#gramTexts[gram] ?? 0) + (this.#imaginedGram[gram] ?? 0));
  }

  /** @returns the number of the text. */
  add(fields: readonly SearchField[]): number {
    const counts = new Map<number, number>();
    for (const { text, weight } of fields) {
      for (const word of wordsOf(text)) {
        const id = this.table.add(word);
        counts.set(id, Math.min(LARGEST_COUNT, (counts.get(id) ?? 0) + weight));
      }
    }
    let length = 0;
    let gramLength = 0;
    const byStem = new Map<number, number>();
    for (const [word, count] of counts) {
      length += count;
      gramLength += count * this.table.gramCounts.items[word]!;
      const stem = this.table.stems.items[word]!;
      byStem.set(stem, Math.min(LARGEST_COUNT, (byStem.get(stem) ?? 0) + count));
      this.words.push(word);
      this.counts.push(count);
    }
    const text = this.size;
    this.starts.push(this.words.length);
    this.lengths.push(length);
    this.gramLengths.push(gramLength);
    this.#count(text, 1);
    for (const [stem, count] of byStem) {
      this.postings[stem] ??= new NumberList();
      this.postings[stem].push(text * 256 + count);
    }
    return text;
  }

  remove(text: number): void {
    if (text >= this.size || this.#removed.has(text)) return;
    this.#removed.add(text);
    this.#count(text, -1);
    this.lengths.items[text] = 0;
  }

  #count(text: number, by: 1 | -1): void {
    this.texts += by;
    this.#length += by * this.lengths.items[text]!;
    this.#gramLength += by * this.gramLengths.items[text]!;
    const stems = new Set<number>();
    const grams = new Set<number>();
    for (let at = this.starts.items[text]!; at < this.starts.items[text + 1]!; at++) {
      const word = this.words.items[at]!;
      stems.add(this.table.stems.items[word]!);
      for (const gram of this.table.grams[word]!) grams.add(gram);
    }
    for (const stem of stems) this.#stemTexts[stem] = (this.#stemTexts[stem] ?? 0) + by;
    for (const gram of grams) this.#gramTexts[gram] = (this.#gramTexts[gram] ?? 0) + by;
  }

  /** Inverse document frequency as BM25 has it, always positive. */
  #rarity(texts: number): number {
    return Math.log(1 + (this.texts + BACKGROUND - Math.min(texts, this.texts + BACKGROUND) + 0.5) / (texts + 0.5));
  }
}
