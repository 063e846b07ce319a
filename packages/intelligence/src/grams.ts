import { doubled } from "./typed-array.ts";

/** Which family a feature belongs to; every family is normalised to length one for itself. */
const WORD = 0;
export const CHARACTER = 1;
export const METADATA = 2;
export const BLOCKS = 3;

const FIRST_CHARACTER_GRAM = 3;
const LAST_CHARACTER_GRAM = 5;
/** Words that stand up to so many places apart make a pair, whatever their order. */
const PAIR_WINDOW = 5;
/** Behind so many words only neighbours make a pair: a ticket's matter stands at its beginning. */
const WORDS_WITH_FAR_PAIRS = 40;
/** From here on a run of digits is an identifier, not an error code or a year. */
const LONG_NUMBER = 5;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const WORD_SEED = 0x2f0b4c47;
const PAIR_SEED = 0x5bd1e995;
const APART_SEED = 0x27d4eb2f;
const METADATA_SEED = 0x1b873593;
const NUMBER_CLASS = 0x23;
const URL_CLASS = 0x2f;
const MAIL_CLASS = 0x40;

/**
 * The words, word pairs and character 3–5-grams inside words of a text, as 32-bit hashes with their place.
 * Only hashes are kept, so that a model holds no ticket text. Buffers are reused: what was collected is valid
 * until `clear()`.
 */
export class Grams {
  length = 0;
  hash = new Uint32Array(4096);
  block = new Uint8Array(4096);
  /** Which text of the collection the gram is from (the number given to `collect`). */
  field = new Uint8Array(4096);
  /** Offsets in UTF-16 code units into that text. */
  start = new Uint32Array(4096);
  end = new Uint32Array(4096);

  /** The words alone, with their place. */
  words = 0;
  wordField = new Uint8Array(1024);
  wordStart = new Uint32Array(1024);
  wordEnd = new Uint32Array(1024);
  /** The last words of the text at hand, a ring. */
  readonly #recentHash = new Uint32Array(PAIR_WINDOW);
  readonly #recentStart = new Uint32Array(PAIR_WINDOW);

  clear(): void {
    this.length = 0;
    this.words = 0;
  }

  collectMetadata(token: string): void {
    let hash = METADATA_SEED;
    for (let i = 0; i < token.length; i++) hash = Math.imul(hash ^ token.charCodeAt(i), FNV_PRIME);
    this.#add(hash, METADATA, 255, 0, 0);
  }

  collect(original: string, field: number): void {
    const text = lowerCaseInPlace(original);
    const length = text.length;
    let words = 0;
    let at = 0;
    while (at < length) {
      while (at < length && kindOf(text.charCodeAt(at)) === SPACE) at++;
      if (at >= length) break;
      const chunkStart = at;
      let address = 0;
      while (at < length) {
        const code = text.charCodeAt(at);
        if (kindOf(code) === SPACE) break;
        if (code === 0x40 && at > chunkStart) address = MAIL_CLASS;
        else if (code === 0x3a && text.startsWith("://", at)) address = URL_CLASS;
        at++;
      }
      const chunkEnd = at;
      let wordsFrom = chunkStart;
      let wordsTo = chunkEnd;
      if (address !== 0) {
        // Of an address only its class and its host say something that comes again.
        this.#add(Math.imul(WORD_SEED ^ address, FNV_PRIME), WORD, field, chunkStart, chunkEnd);
        wordsFrom = address === MAIL_CLASS ? text.lastIndexOf("@", chunkEnd) + 1 : text.indexOf("://", chunkStart) + 3;
        const slash = text.indexOf("/", wordsFrom);
        if (slash >= 0 && slash < chunkEnd) wordsTo = slash;
      }
      let from = wordsFrom;
      while (from < wordsTo) {
        while (from < wordsTo && kindOf(text.charCodeAt(from)) !== LETTER) from++;
        if (from >= wordsTo) break;
        let hash = WORD_SEED;
        let to = from;
        let digits = true;
        while (to < wordsTo) {
          const code = text.charCodeAt(to);
          if (kindOf(code) !== LETTER) break;
          if (code < 0x30 || code > 0x39) digits = false;
          hash = Math.imul(hash ^ code, FNV_PRIME);
          to++;
        }
        if (digits && to - from >= LONG_NUMBER) hash = Math.imul(WORD_SEED ^ NUMBER_CLASS, FNV_PRIME);
        this.#addWord(hash, field, from, to);
        this.#collectPairs(hash >>> 0, field, from, to, words);
        words++;
        from = to;
      }
      if (address === 0) this.#collectCharacters(text, field, chunkStart, chunkEnd);
    }
  }

  /** The word with the ones before it: in order with its neighbour, in either order with those farther away. */
  #collectPairs(hash: number, field: number, from: number, to: number, words: number): void {
    const window = words < WORDS_WITH_FAR_PAIRS ? PAIR_WINDOW : 1;
    for (let back = 1; back <= window && back <= words; back++) {
      const slot = (words - back) % PAIR_WINDOW;
      const other = this.#recentHash[slot]!;
      const low = back === 1 || other < hash ? other : hash;
      const high = low === other ? hash : other;
      const seed = back === 1 ? PAIR_SEED : APART_SEED;
      const pair = Math.imul(Math.imul(low ^ seed, FNV_PRIME) ^ high, PAIR_SEED);
      this.#add(pair, WORD, field, this.#recentStart[slot]!, to);
    }
    this.#recentHash[words % PAIR_WINDOW] = hash;
    this.#recentStart[words % PAIR_WINDOW] = from;
  }

  /** Grams of one chunk with a blank before and after it. */
  #collectCharacters(text: string, field: number, from: number, to: number): void {
    const first = from - 1;
    const last = to + 1;
    for (let at = first; at <= last - FIRST_CHARACTER_GRAM; at++) {
      let hash = FNV_OFFSET;
      const end = Math.min(at + LAST_CHARACTER_GRAM, last);
      for (let i = at; i < end; i++) {
        hash = Math.imul(hash ^ (i < from || i >= to ? 0x20 : text.charCodeAt(i)), FNV_PRIME);
        if (i - at >= FIRST_CHARACTER_GRAM - 1) {
          this.#add(hash, CHARACTER, field, Math.max(at, from), i >= to ? to : i + 1);
        }
      }
    }
  }

  #add(hash: number, block: number, field: number, start: number, end: number): void {
    const at = this.length;
    if (at === this.hash.length) this.#grow();
    // Murmur3's finaliser: neighbouring texts must not be neighbouring slots.
    let mixed = hash ^ (hash >>> 16);
    mixed = Math.imul(mixed, 0x85ebca6b);
    mixed ^= mixed >>> 13;
    mixed = Math.imul(mixed, 0xc2b2ae35);
    this.hash[at] = mixed ^ (mixed >>> 16);
    this.block[at] = block;
    this.field[at] = field;
    this.start[at] = start;
    this.end[at] = end;
    this.length = at + 1;
  }

  #addWord(hash: number, field: number, start: number, end: number): void {
    const at = this.words++;
    if (at === this.wordStart.length) {
      this.wordField = doubled(this.wordField);
      this.wordStart = doubled(this.wordStart);
      this.wordEnd = doubled(this.wordEnd);
    }
    this.wordField[at] = field;
    this.wordStart[at] = start;
    this.wordEnd[at] = end;
    this.#add(hash, WORD, field, start, end);
  }

  #grow(): void {
    this.hash = doubled(this.hash);
    this.block = doubled(this.block);
    this.field = doubled(this.field);
    this.start = doubled(this.start);
    this.end = doubled(this.end);
  }
}

const SPACE = 0;
const LETTER = 1;
const MARK = 2;

/** Blank, part of a word, or punctuation; surrogates count as letters, so that an emoji is a word. */
function kindOf(code: number): number {
  if (code < 0x80) {
    if (code <= 0x20) return SPACE;
    if (code >= 0x61 && code <= 0x7a) return LETTER;
    if (code >= 0x30 && code <= 0x39) return LETTER;
    if (code === 0x5f || (code >= 0x41 && code <= 0x5a)) return LETTER;
    return MARK;
  }
  if (code < 0xc0)
    return code === 0xa0 || code === 0x85 ? SPACE : code === 0xaa || code === 0xb5 || code === 0xba ? LETTER : MARK;
  if (code < 0x2000) return code === 0xd7 || code === 0xf7 ? MARK : code === 0x1680 ? SPACE : LETTER;
  if (code <= 0x200b || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f) return SPACE;
  if (code < 0x2c00) return MARK;
  if (code === 0x3000 || code === 0xfeff) return SPACE;
  if ((code >= 0x3001 && code <= 0x3020) || (code >= 0xff01 && code <= 0xff0f)) return MARK;
  return LETTER;
}

/** Lower case with every offset kept: a few letters (`İ`) would change the length. */
function lowerCaseInPlace(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from({ length: text.length }, (_, at) => {
    const unit = text.charAt(at).toLowerCase();
    return unit.length === 1 ? unit : text.charAt(at);
  }).join("");
}
