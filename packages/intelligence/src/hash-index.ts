/** An open-addressing map from 32-bit hashes to 0, 1, 2, … in order of first sight. */
export class HashIndex {
  size = 0;
  #mask: number;
  #keys: Uint32Array;
  /** Position + 1; 0 is an empty slot. */
  #positions: Uint32Array;

  constructor(expected = 1024) {
    let capacity = 1024;
    while (capacity < expected * 2) capacity *= 2;
    this.#mask = capacity - 1;
    this.#keys = new Uint32Array(capacity);
    this.#positions = new Uint32Array(capacity);
  }

  /** The position of `hash`, or -1. */
  get(hash: number): number {
    const keys = this.#keys;
    const positions = this.#positions;
    const mask = this.#mask;
    let slot = hash & mask;
    for (;;) {
      const position = positions[slot]!;
      if (position === 0) return -1;
      if (keys[slot] === hash) return position - 1;
      slot = (slot + 1) & mask;
    }
  }

  /** The position of `hash`, which is a new one (the old size) when it was not there. */
  add(hash: number): number {
    let slot = hash & this.#mask;
    for (;;) {
      const position = this.#positions[slot]!;
      if (position === 0) break;
      if (this.#keys[slot] === hash) return position - 1;
      slot = (slot + 1) & this.#mask;
    }
    this.#keys[slot] = hash;
    this.#positions[slot] = ++this.size;
    if (this.size * 2 > this.#mask) this.#grow();
    return this.size - 1;
  }

  /** All hashes by position. */
  keys(): Uint32Array {
    const keys = new Uint32Array(this.size);
    for (let slot = 0; slot < this.#keys.length; slot++) {
      const position = this.#positions[slot]!;
      if (position !== 0) keys[position - 1] = this.#keys[slot]!;
    }
    return keys;
  }

  #grow(): void {
    const keys = this.#keys;
    const positions = this.#positions;
    const capacity = keys.length * 2;
    this.#mask = capacity - 1;
    this.#keys = new Uint32Array(capacity);
    this.#positions = new Uint32Array(capacity);
    for (let from = 0; from < keys.length; from++) {
      const position = positions[from]!;
      if (position === 0) continue;
      let slot = keys[from]! & this.#mask;
      while (this.#positions[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#keys[slot] = keys[from]!;
      this.#positions[slot] = position;
    }
  }
}
