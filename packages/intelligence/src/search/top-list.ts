/** The `limit` heaviest of the items seen, heaviest first; of equal weights the one seen first. */
export class TopList {
  readonly items: number[] = [];
  readonly weights: number[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Would an item of this weight come in? */
  takes(weight: number): boolean {
    return this.items.length < this.#limit || weight > this.weights[this.items.length - 1]!;
  }

  add(item: number, weight: number): void {
    const { items, weights } = this;
    if (!this.takes(weight)) return;
    if (items.length === this.#limit) {
      items.pop();
      weights.pop();
    }
    let low = 0;
    let high = items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (weights[middle]! >= weight) low = middle + 1;
      else high = middle;
    }
    items.splice(low, 0, item);
    weights.splice(low, 0, weight);
  }
}
