const FULLEST = 0.7;

/** An open-addressing map from 32-bit hashes to 0, 1, 2, … in order of first sight. */
export class HashIndex {
  size = 0;
  #mask: number;
  /** Hash and position + 1 side by side, so that a look-up waits for one line of memory; 0 is an empty slot. */
  #slots: Uint32Array;

  constructor(expected = 1024) {
    let capacity = 1024;
    while (capacity * FULLEST < expected) capacity *= 2;
    this.#mask = capacity - 1;
    this.#slots = new Uint32Array(capacity * 2);
  }

  /** The position of `hash`, or -1. */
  get(hash: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    let slot = hash & mask;
    for (;;) {
      const position = slots[slot * 2 + 1]!;
      if (position === 0) return -1;
      if (slots[slot * 2] === hash) return position - 1;
      slot = (slot + 1) & mask;
    }
  }

  /** The position of `hash`, which is a new one (the old size) when it was not there. */
  add(hash: number): number {
    const known = this.get(hash);
    if (known >= 0) return known;
    if (this.size >= this.#mask * FULLEST) this.#grow();
    this.#insert(hash, ++this.size);
    return this.size - 1;
  }

  /** All hashes by position. */
  keys(): Uint32Array {
    const keys = new Uint32Array(this.size);
    for (let at = 0; at < this.#slots.length; at += 2) {
      const position = this.#slots[at + 1]!;
      if (position !== 0) keys[position - 1] = this.#slots[at]!;
    }
    return keys;
  }

  #insert(hash: number, position: number): void {
    let slot = hash & this.#mask;
    while (this.#slots[slot * 2 + 1] !== 0) slot = (slot + 1) & this.#mask;
    this.#slots[slot * 2] = hash;
    this.#slots[slot * 2 + 1] = position;
  }

  #grow(): void {
    const slots = this.#slots;
    this.#mask = this.#mask * 2 + 1;
    this.#slots = new Uint32Array(slots.length * 2);
    for (let at = 0; at < slots.length; at += 2) if (slots[at + 1] !== 0) this.#insert(slots[at]!, slots[at + 1]!);
  }
}
