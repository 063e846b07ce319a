import { NumberList } from "./number-list.ts";
import { gramsOf, stemOf } from "./words.ts";

/** Words by number with their stem and their pieces. Words are few whatever the number of texts, so the pieces are kept here and not per text. */
export class WordTable {
  /** By word: the number of its stem. */
  readonly stems = new NumberList();
  /** By word: the numbers of its pieces. */
  readonly grams: Uint32Array[] = [];
  /** By word: how many pieces. */
  readonly gramCounts = new NumberList();
  /** By gram: the words it is in. */
  readonly wordsWith: NumberList[] = [];
  readonly #wordIds = new Map<string, number>();
  readonly #stemIds = new Map<string, number>();
  readonly #gramIds = new Map<string, number>();

  /** The number of the stem of a word, or -1. */
  findStem(word: string): number {
    return this.#stemIds.get(stemOf(word)) ?? -1;
  }

  /** The number of a gram, or -1. */
  findGram(gram: string): number {
    return this.#gramIds.get(gram) ?? -1;
  }

  /** The number of a word, which is a new one when it was not there. */
  add(word: string): number {
    const known = this.#wordIds.get(word);
    if (known !== undefined) return known;
    const id = this.grams.length;
    this.#wordIds.set(word, id);
    this.stems.push(numberOf(this.#stemIds, stemOf(word)));
    const grams = [...new Set(gramsOf(word))].map((gram) => numberOf(this.#gramIds, gram));
    for (const gram of grams) {
      this.wordsWith[gram] ??= new NumberList();
      this.wordsWith[gram].push(id);
    }
    this.grams.push(Uint32Array.from(grams));
    this.gramCounts.push(grams.length);
    return id;
  }
}

function numberOf(ids: Map<string, number>, key: string): number {
  const known = ids.get(key);
  if (known !== undefined) return known;
  ids.set(key, ids.size);
  return ids.size - 1;
}
