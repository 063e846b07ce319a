import { doubled } from "../typed-array.ts";

/** A list of 32-bit numbers that grows. */
export class NumberList {
  length = 0;
  items: Uint32Array<ArrayBuffer>;

  constructor(expected = 4) {
    this.items = new Uint32Array(expected);
  }

  push(item: number): void {
    if (this.length === this.items.length) this.items = doubled(this.items);
    this.items[this.length++] = item;
  }
}
