import { fold, type Word } from "./words.ts";

interface Part {
  readonly key: string;
  readonly stem: boolean;
}

interface Entry<Value> {
  readonly parts: readonly Part[];
  readonly value: Value;
}

export interface Found<Value> {
  readonly value: Value;
  /** How many words it takes. */
  readonly length: number;
}

const stemKey = 3;

/** Finds words, stems and phrases of a lexicon among the words of a text; the longest phrase first, exact before stem. */
export class PhraseTable<Value> {
  readonly #exact = new Map<string, Entry<Value>[]>();
  /** By the first letters of the stem. */
  readonly #stems = new Map<string, Entry<Value>[]>();

  /** `entries` as in a lexicon: blanks between them, `_` inside a phrase, `*` for any ending. */
  add(entries: string, value: Value): void {
    for (const written of entries.split(/\s+/)) {
      if (written === "") continue;
      const parts = written.split("_").map((part): Part => {
        const stem = part.endsWith("*");
        return { key: fold(stem ? part.slice(0, -1) : part), stem };
      });
      const { key, stem } = parts[0]!;
      const [table, under] = stem ? [this.#stems, key.slice(0, stemKey)] : [this.#exact, key];
      table.set(under, [...(table.get(under) ?? []), { parts, value }]);
    }
  }

  find(words: readonly Word[], at: number): Found<Value> | null {
    const { key } = words[at]!;
    let best: Entry<Value> | null = null;
    for (const entry of this.#exact.get(key) ?? []) {
      if (fits(entry, words, at) && isBetter(entry, best)) best = entry;
    }
    for (const entry of this.#stems.get(key.slice(0, stemKey)) ?? []) {
      if (fits(entry, words, at) && isBetter(entry, best)) best = entry;
    }
    return best === null ? null : { value: best.value, length: best.parts.length };
  }

  has(words: readonly Word[], at: number): boolean {
    return this.find(words, at) !== null;
  }
}

function fits<Value>({ parts }: Entry<Value>, words: readonly Word[], at: number): boolean {
  return parts.every(({ key, stem }, index) => {
    const word = words[at + index];
    if (word === undefined || word.clause !== words[at]!.clause) return false;
    return stem ? word.key.startsWith(key) : word.key === key;
  });
}

function isBetter<Value>(entry: Entry<Value>, than: Entry<Value> | null): boolean {
  if (than === null) return true;
  if (entry.parts.length !== than.parts.length) return entry.parts.length > than.parts.length;
  const [a, b] = [entry.parts[0]!, than.parts[0]!];
  return a.stem === b.stem ? a.key.length > b.key.length : b.stem;
}
