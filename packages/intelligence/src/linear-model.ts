/** Beyond this many weights the smallest are dropped: the encoded model stays below 3 MB. */
const MOST_WEIGHTS = 1_300_000;
const LARGEST = 127;

/** Scores of all labels of one target: 8-bit weights, by feature, with only the ones that are not zero. */
export class LinearModel {
  readonly labels: readonly string[];
  /** The weights of feature `f` are those from `offsets[f]` to `offsets[f + 1]`. */
  readonly offsets: Uint32Array;
  readonly classes: Uint16Array;
  readonly weights: Int8Array;
  /** What one step of a weight is worth, by label. */
  readonly scales: Float32Array;
  readonly biases: Float32Array;

  constructor(parts: {
    labels: readonly string[];
    offsets: Uint32Array;
    classes: Uint16Array;
    weights: Int8Array;
    scales: Float32Array;
    biases: Float32Array;
  }) {
    this.labels = parts.labels;
    this.offsets = parts.offsets;
    this.classes = parts.classes;
    this.weights = parts.weights;
    this.scales = parts.scales;
    this.biases = parts.biases;
  }

  /** Writes the score of every label into `scores`. */
  score(indices: Uint32Array, values: Float32Array, length: number, scores: Float64Array): void {
    const { offsets, classes, weights, scales, biases } = this;
    scores.fill(0);
    for (let at = 0; at < length; at++) {
      const feature = indices[at]!;
      const value = values[at]!;
      const to = offsets[feature + 1]!;
      for (let i = offsets[feature]!; i < to; i++) scores[classes[i]!]! += weights[i]! * value;
    }
    for (let label = 0; label < scores.length; label++)
      scores[label] = scores[label]! * scales[label]! + biases[label]!;
  }

  /** The weight of a feature for a label. */
  weight(feature: number, label: number): number {
    for (let i = this.offsets[feature]!; i < this.offsets[feature + 1]!; i++) {
      if (this.classes[i] === label) return this.weights[i]! * this.scales[label]!;
    }
    return 0;
  }
}

/** Collects the weights of one label after the other. */
export class LinearModelBuilder {
  readonly #features: number;
  readonly #labels: readonly string[];
  readonly #columns: Int8Array[] = [];
  readonly #scales: Float32Array;
  readonly #biases: Float32Array;

  constructor(features: number, labels: readonly string[]) {
    this.#features = features;
    this.#labels = labels;
    this.#scales = new Float32Array(labels.length);
    this.#biases = new Float32Array(labels.length);
  }

  /** `weights` has the constant feature last. */
  add(label: number, weights: Float32Array): void {
    let largest = 0;
    for (let feature = 0; feature < this.#features; feature++) {
      largest = Math.max(largest, Math.abs(weights[feature]!));
    }
    const scale = largest === 0 ? 1 : largest / LARGEST;
    const column = new Int8Array(this.#features);
    for (let feature = 0; feature < this.#features; feature++) column[feature] = Math.round(weights[feature]! / scale);
    this.#columns[label] = column;
    this.#scales[label] = scale;
    this.#biases[label] = weights[this.#features]!;
  }

  build(): LinearModel {
    const smallest = this.#smallestKept();
    const keeps = (label: number, weight: number) =>
      weight !== 0 && Math.abs(weight) * this.#scales[label]! >= smallest;
    const offsets = new Uint32Array(this.#features + 1);
    this.#columns.forEach((column, label) => {
      for (let feature = 0; feature < this.#features; feature++) {
        if (keeps(label, column[feature]!)) offsets[feature + 1]!++;
      }
    });
    for (let feature = 0; feature < this.#features; feature++) offsets[feature + 1]! += offsets[feature]!;
    const classes = new Uint16Array(offsets[this.#features]!);
    const weights = new Int8Array(classes.length);
    const next = offsets.slice();
    this.#columns.forEach((column, label) => {
      for (let feature = 0; feature < this.#features; feature++) {
        const weight = column[feature]!;
        if (!keeps(label, weight)) continue;
        const at = next[feature]!++;
        classes[at] = label;
        weights[at] = weight;
      }
    });
    const labels = this.#labels;
    return new LinearModel({ labels, offsets, classes, weights, scales: this.#scales, biases: this.#biases });
  }

  /** The size below which weights are dropped so that no more than MOST_WEIGHTS stay. */
  #smallestKept(): number {
    const step = Math.min(...this.#scales);
    const counts = new Float64Array(Math.ceil((Math.max(...this.#scales) / step) * LARGEST) + 2);
    this.#columns.forEach((column, label) => {
      const perStep = this.#scales[label]! / step;
      for (const weight of column) if (weight !== 0) counts[Math.floor(Math.abs(weight) * perStep)]!++;
    });
    let kept = 0;
    for (let size = counts.length - 1; size > 0; size--) {
      kept += counts[size]!;
      if (kept > MOST_WEIGHTS) return (size + 1) * step;
    }
    return 0;
  }
}
