const COLDEST = Math.log(0.02);
const HOTTEST = Math.log(5);
const DEFAULT_TEMPERATURE = 1 / 3;

/** One row scored by a model that had not seen it. */
export interface UnseenRow {
  /** By label; −Infinity for a label which that model did not know. */
  readonly scores: Float32Array;
  /** Number of the right label. */
  readonly truth: number;
  /** Its place in the training matrix. */
  readonly row: number;
}

/** Writes softmax(scores / temperature); a score of −Infinity has no probability. */
export function softmax(scores: Float32Array | Float64Array, temperature: number, probabilities: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) highest = Math.max(highest, score);
  let sum = 0;
  for (let label = 0; label < scores.length; label++) {
    const power = Math.exp((scores[label]! - highest) / temperature);
    probabilities[label] = power;
    sum += power;
  }
  for (let label = 0; label < scores.length; label++) probabilities[label]! /= sum;
}

/** The temperature under which the right labels are likeliest. */
export function fitTemperature(rows: readonly UnseenRow[]): number {
  const usable = rows.filter(({ scores, truth }) => Number.isFinite(scores[truth]));
  if (usable.length === 0) return DEFAULT_TEMPERATURE;
  const probabilities = new Float64Array(usable[0]!.scores.length);
  const loss = (logTemperature: number) => {
    let sum = 0;
    for (const { scores, truth } of usable) {
      softmax(scores, Math.exp(logTemperature), probabilities);
      sum -= Math.log(Math.max(probabilities[truth]!, 1e-12));
    }
    return sum;
  };
  return Math.exp(minimizeConvex(loss, COLDEST, HOTTEST));
}

/** Golden-section search. */
function minimizeConvex(f: (x: number) => number, from: number, to: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let low = from;
  let high = to;
  let left = high - ratio * (high - low);
  let right = low + ratio * (high - low);
  let atLeft = f(left);
  let atRight = f(right);
  while (high - low > 0.02) {
    if (atLeft <= atRight) {
      high = right;
      right = left;
      atRight = atLeft;
      left = high - ratio * (high - low);
      atLeft = f(left);
    } else {
      low = left;
      left = right;
      atLeft = atRight;
      right = low + ratio * (high - low);
      atRight = f(right);
    }
  }
  return (low + high) / 2;
}
