import { seededRandom, shuffle } from "./random.ts";

/** One part of the history, to be scored by a model that has not seen it. */
export interface Slice {
  readonly train: Uint32Array;
  readonly score: Uint32Array;
}

/**
 * How unseen scores are won from the training rows. `rolling`: in order of time, every slice by a model of all the
 * slices before it. `folds`: cross-validation, for rows without times.
 */
export interface ValidationPlan {
  readonly kind: "rolling" | "folds";
  readonly slices: readonly Slice[];
}

const ROLLING_SLICES = 6;
/** A model of fewer rows than this is no measure of the final one. */
const FEWEST_ROLLING_ROWS = 100;
const FOLDS = 5;
const FOLDS_WHEN_MANY = 3;
const MANY_ROWS = 20_000;

/** `labels` and `times` by row; `rows` are the ones with a label. */
export function planValidation(
  rows: Uint32Array,
  labels: Int32Array,
  times: Float64Array | null,
  seed: number,
): ValidationPlan {
  if (times !== null && rows.length >= FEWEST_ROLLING_ROWS) return rollingPlan(rows, times, ROLLING_SLICES);
  return foldPlan(rows, labels, seed);
}

/** `slices` slices of equal size after a first part that only trains; rows of the same instant stay together. */
export function rollingPlan(rows: Uint32Array, times: Float64Array, slices: number): ValidationPlan {
  const order = rows.slice().sort((a, b) => times[a]! - times[b]! || a - b);
  const cuts: number[] = [];
  for (let part = 1; part <= slices; part++) {
    let cut = Math.round((part * order.length) / (slices + 1));
    while (cut > 0 && cut < order.length && times[order[cut]!] === times[order[cut - 1]!]) cut++;
    if (cut > 0 && cut < order.length && cut !== cuts.at(-1)) cuts.push(cut);
  }
  return {
    kind: "rolling",
    slices: cuts.map((cut, at) => ({
      train: order.slice(0, cut),
      score: order.slice(cut, cuts[at + 1] ?? order.length),
    })),
  };
}

/** Folds with every label spread evenly over them. */
function foldPlan(rows: Uint32Array, labels: Int32Array, seed: number): ValidationPlan {
  const order = rows.slice();
  shuffle(order, seededRandom(seed));
  order.sort((a, b) => labels[a]! - labels[b]!);
  const count = Math.min(order.length > MANY_ROWS ? FOLDS_WHEN_MANY : FOLDS, order.length);
  return {
    kind: "folds",
    slices: Array.from({ length: count }, (_, fold) => ({
      train: order.filter((_row, at) => at % count !== fold),
      score: order.filter((_row, at) => at % count === fold),
    })),
  };
}
