import { BLOCKS, CHARACTER, Grams, METADATA } from "./grams.ts";
import { doubled } from "./typed-array.ts";
import { inverseDocumentFrequency, type Vocabulary } from "./vocabulary.ts";

export const SUBJECT = 0;
export const BODY = 1;

/** Beyond this many characters a text says nothing new about its topic. */
export const SUBJECT_LIMIT = 1_000;
export const BODY_LIMIT = 16_000;
const SUBJECT_COUNTS = 2;
const METADATA_LENGTH = 0.5;
/** With little data the pieces of words generalise better than whole ones. */
const SMALL_SET = 2_000;
const CHARACTER_LENGTH_IN_SMALL_SET = 1.4;

/** A ticket after `prepare`. */
export interface PreparedTicket {
  readonly subject: string;
  readonly body: string;
  readonly metadata?: readonly string[] | undefined;
}

/** Fills `grams` with one ticket. */
export function collectTicket(grams: Grams, ticket: PreparedTicket): void {
  grams.clear();
  grams.collect(ticket.subject.slice(0, SUBJECT_LIMIT), SUBJECT);
  grams.collect(ticket.body.slice(0, BODY_LIMIT), BODY);
  for (const token of ticket.metadata ?? []) grams.collectMetadata(token);
}

/**
 * Turns tickets into sparse vectors: sublinear term frequency × inverse document frequency, every block of
 * length one. The vector is in `indices` and `values` up to `length` until the next call.
 */
export class Vectorizer {
  readonly vocabulary: Vocabulary;
  readonly grams = new Grams();
  length = 0;
  indices = new Uint32Array(2048);
  values = new Float32Array(2048);
  /** By gram: where its feature stands in the vector, or -1 for one that the vocabulary does not know. */
  placeOfGram = new Int32Array(4096);
  #blocks = new Uint8Array(2048);
  readonly #idf: Float32Array;
  /** Length of every block in a vector. */
  readonly #lengths: Float64Array;
  /** By feature: place in the vector + 1, or 0. */
  readonly #place: Uint32Array;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    this.#idf = inverseDocumentFrequency(vocabulary);
    this.#lengths = new Float64Array(BLOCKS).fill(1);
    this.#lengths[METADATA] = METADATA_LENGTH;
    if (vocabulary.documents < SMALL_SET) this.#lengths[CHARACTER] = CHARACTER_LENGTH_IN_SMALL_SET;
    this.#place = new Uint32Array(vocabulary.hashes.length);
  }

  vectorize(ticket: PreparedTicket): void {
    const { grams, vocabulary } = this;
    collectTicket(grams, ticket);
    while (this.placeOfGram.length < grams.length) this.placeOfGram = doubled(this.placeOfGram);
    let length = 0;
    for (let at = 0; at < grams.length; at++) {
      const feature = vocabulary.index.get(grams.hash[at]!);
      if (feature < 0) {
        this.placeOfGram[at] = -1;
        continue;
      }
      const count = grams.field[at] === SUBJECT ? SUBJECT_COUNTS : 1;
      const place = this.#place[feature]!;
      if (place > 0) {
        this.values[place - 1]! += count;
        this.placeOfGram[at] = place - 1;
        continue;
      }
      if (length === this.indices.length) this.#grow();
      this.indices[length] = feature;
      this.values[length] = count;
      this.#blocks[length] = grams.block[at]!;
      this.placeOfGram[at] = length;
      length++;
      this.#place[feature] = length;
    }
    this.length = length;
    this.#weigh();
  }

  #weigh(): void {
    const squares = new Float64Array(BLOCKS);
    for (let at = 0; at < this.length; at++) {
      const feature = this.indices[at]!;
      this.#place[feature] = 0;
      const value = (1 + Math.log(this.values[at]!)) * this.#idf[feature]!;
      this.values[at] = value;
      squares[this.#blocks[at]!]! += value * value;
    }
    const scales = squares.map((square, block) => (square === 0 ? 0 : this.#lengths[block]! / Math.sqrt(square)));
    for (let at = 0; at < this.length; at++) this.values[at]! *= scales[this.#blocks[at]!]!;
  }

  #grow(): void {
    this.indices = doubled(this.indices);
    this.values = doubled(this.values);
    this.#blocks = doubled(this.#blocks);
  }
}
