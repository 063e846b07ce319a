/** The `limit` heaviest of the items seen; of equal weights the one seen first. A heap whose root is the lightest. */
export class TopList {
  readonly #limit: number;
  readonly #items: Uint32Array;
  readonly #weights: Float64Array;
  /** How many were seen before. */
  readonly #places: Uint32Array;
  #size = 0;
  #seen = 0;

  constructor(limit: number) {
    this.#limit = limit;
    this.#items = new Uint32Array(limit);
    this.#weights = new Float64Array(limit);
    this.#places = new Uint32Array(limit);
  }

  /** An item must weigh more than this to come in. */
  get bar(): number {
    return this.#size < this.#limit ? Number.NEGATIVE_INFINITY : this.#weights[0]!;
  }

  add(item: number, weight: number): void {
    const place = this.#seen++;
    if (this.#size < this.#limit) this.#rise(this.#size++, item, weight, place);
    else if (weight > this.#weights[0]!) this.#sink(item, weight, place);
  }

  /** Heaviest first. */
  list(): { readonly item: number; readonly weight: number }[] {
    const order = Array.from({ length: this.#size }, (_, at) => at);
    order.sort((a, b) => this.#weights[b]! - this.#weights[a]! || this.#places[a]! - this.#places[b]!);
    return order.map((at) => ({ item: this.#items[at]!, weight: this.#weights[at]! }));
  }

  #rise(from: number, item: number, weight: number, place: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      // What came later leaves first: a parent is lighter, or as heavy and younger. The new one is the youngest.
      if (this.#weights[parent]! < weight) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#put(at, item, weight, place);
  }

  /** In place of the root. */
  #sink(item: number, weight: number, place: number): void {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= this.#size) break;
      const right = left + 1;
      const child = right < this.#size && this.#leavesBefore(right, left) ? right : left;
      if (weight <= this.#weights[child]!) break;
      this.#move(child, at);
      at = child;
    }
    this.#put(at, item, weight, place);
  }

  #leavesBefore(a: number, b: number): boolean {
    return (
      this.#weights[a]! < this.#weights[b]! ||
      (this.#weights[a] === this.#weights[b] && this.#places[a]! > this.#places[b]!)
    );
  }

  #move(from: number, to: number): void {
    this.#items[to] = this.#items[from]!;
    this.#weights[to] = this.#weights[from]!;
    this.#places[to] = this.#places[from]!;
  }

  #put(at: number, item: number, weight: number, place: number): void {
    this.#items[at] = item;
    this.#weights[at] = weight;
    this.#places[at] = place;
  }
}
