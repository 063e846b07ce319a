import { BLOCKS, CHARACTER, Grams, METADATA } from "./grams.ts";
import { doubled } from "./typed-array.ts";
import { inverseDocumentFrequency, type Vocabulary } from "./vocabulary.ts";

export const SUBJECT = 0;
const BODY = 1;

/** Beyond this many characters a text says nothing new about its topic. */
const SUBJECT_LIMIT = 1_000;
const BODY_LIMIT = 16_000;
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
  placeOfGram = new Int32Array(2048);
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
    const { grams } = this;
    collectTicket(grams, ticket);
    while (this.indices.length < grams.length) this.#grow();
    const { indices, values, placeOfGram } = this;
    const { index } = this.vocabulary;
    const placeOfFeature = this.#place;
    const blocks = this.#blocks;
    const { hash, field, block } = grams;
    let length = 0;
    for (let at = 0; at < grams.length; at++) {
      const feature = index.get(hash[at]!);
      if (feature < 0) {
        placeOfGram[at] = -1;
        continue;
      }
      let place = placeOfFeature[feature]! - 1;
      if (place < 0) {
        place = length++;
        placeOfFeature[feature] = length;
        indices[place] = feature;
        values[place] = 0;
        blocks[place] = block[at]!;
      }
      values[place]! += field[at] === SUBJECT ? SUBJECT_COUNTS : 1;
      placeOfGram[at] = place;
    }
    this.length = length;
    this.#weigh();
  }

  #weigh(): void {
    const { indices, values, length } = this;
    const idf = this.#idf;
    const placeOfFeature = this.#place;
    const blocks = this.#blocks;
    const squares = new Float64Array(BLOCKS);
    for (let at = 0; at < length; at++) {
      const feature = indices[at]!;
      placeOfFeature[feature] = 0;
      const count = values[at]!;
      const value = (count === 1 ? 1 : 1 + Math.log(count)) * idf[feature]!;
      values[at] = value;
      squares[blocks[at]!]! += value * value;
    }
    const scales = squares.map((square, block) => (square === 0 ? 0 : this.#lengths[block]! / Math.sqrt(square)));
    for (let at = 0; at < length; at++) values[at]! *= scales[blocks[at]!]!;
  }

  #grow(): void {
    this.indices = doubled(this.indices);
    this.values = doubled(this.values);
    this.#blocks = doubled(this.#blocks);
    this.placeOfGram = doubled(this.placeOfGram);
  }
}
