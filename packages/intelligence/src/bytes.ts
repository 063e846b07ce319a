/** The bytes are not a model, are cut off, or are of a version that this program does not read. */
export class ModelFormatError extends Error {
  override readonly name = "ModelFormatError";
}

/** Collects little-endian values in a growing buffer. */
export class ByteWriter {
  #bytes = new Uint8Array(1 << 16);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  /** What was written so far. */
  result(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  /** A whole number from 0 on, seven bits to the byte. */
  integer(value: number): void {
    this.#reserve(8);
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes[this.#length++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes[this.#length++] = rest;
  }

  double(value: number): void {
    this.#reserve(8);
    this.#view.setFloat64(this.#length, value, true);
    this.#length += 8;
  }

  text(value: string): void {
    this.bytes(new TextEncoder().encode(value));
  }

  bytes(values: Uint8Array | Int8Array): void {
    this.integer(values.length);
    this.#reserve(values.length);
    this.#bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.length), this.#length);
    this.#length += values.length;
  }

  integers(values: ArrayLike<number>): void {
    this.integer(values.length);
    for (let at = 0; at < values.length; at++) this.integer(values[at]!);
  }

  floats(values: Float32Array): void {
    this.integer(values.length);
    this.#reserve(values.length * 4);
    for (const value of values) {
      this.#view.setFloat32(this.#length, value, true);
      this.#length += 4;
    }
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + count));
    larger.set(this.#bytes);
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }
}

/** Reads what a `ByteWriter` wrote; throws `ModelFormatError` beyond the end. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    // Not a Buffer, whose slices are views on shared memory.
    this.#bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get ended(): boolean {
    return this.#at === this.#bytes.length;
  }

  integer(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      this.#need(1);
      const byte = this.#bytes[this.#at++]!;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 0x80;
      if (factor > 2 ** 49) throw new ModelFormatError("the model file is damaged: a number has too many bytes");
    }
  }

  double(): number {
    this.#need(8);
    this.#at += 8;
    return this.#view.getFloat64(this.#at - 8, true);
  }

  text(): string {
    return new TextDecoder().decode(this.bytes());
  }

  bytes(): Uint8Array {
    const length = this.#count(1);
    this.#at += length;
    return this.#bytes.slice(this.#at - length, this.#at);
  }

  integers(): Uint32Array {
    const values = new Uint32Array(this.#count(1));
    for (let at = 0; at < values.length; at++) values[at] = this.integer();
    return values;
  }

  floats(): Float32Array {
    const values = new Float32Array(this.#count(4));
    for (let at = 0; at < values.length; at++) {
      values[at] = this.#view.getFloat32(this.#at, true);
      this.#at += 4;
    }
    return values;
  }

  /** A number of elements of at least so many bytes each, checked before room is made for them. */
  #count(size: number): number {
    const count = this.integer();
    this.#need(count * size);
    return count;
  }

  #need(count: number): void {
    if (this.#at + count > this.#bytes.length) {
      throw new ModelFormatError("the model file is damaged: it ends in the middle of a value");
    }
  }
}
