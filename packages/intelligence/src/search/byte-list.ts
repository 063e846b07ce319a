import { doubled } from "../typed-array.ts";

/** A list of numbers up to 255 that grows. */
export class ByteList {
  length = 0;
  items: Uint8Array<ArrayBuffer>;

  constructor(expected: number) {
    this.items = new Uint8Array(expected);
  }

  push(item: number): void {
    if (this.length === this.items.length) this.items = doubled(this.items);
    this.items[this.length++] = item;
  }
}
