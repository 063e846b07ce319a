import { round } from "@otai/service-api/fields";
import type { Agreement } from "@otai/service-api/qa-calibration";

/** One conversation rated by both, 0..1. */
export interface RatedPair {
  readonly machine: number;
  readonly human: number;
}

/** From when on a machine counts as rating like people do. */
export const calibrationTargets = { kappa: 0.6, agreement: 0.85, mae: 0.1, pairs: 20 } as const;

/** Finer scales are read in this many steps, else nobody would ever agree. */
const mostSteps = 11;
const coarseSteps = 5;

/** Steps of a scale: five for [1, 5]. */
export function stepsOf([min, max]: readonly [number, number]): number {
  const steps = max - min + 1;
  return Number.isInteger(steps) && steps >= 2 && steps <= mostSteps ? steps : coarseSteps;
}

/**
 * How well both raters agree. Kappa and quadratically weighted kappa: Cohen 1960 and 1968; the state goes by the weighted one where
 * the scale has more than two steps, because being one step off is not being wrong.
 */
export function measureAgreement(pairs: readonly RatedPair[], steps: number): Agreement {
  const count = pairs.length;
  if (count === 0)
    return { pairs: 0, kappa: null, weighted_kappa: null, agreement: null, mae: null, bias: null, state: "unmeasured" };
  const stepOf = (score: number) => Math.round(score * (steps - 1));
  const levels = pairs.map(({ machine, human }) => [stepOf(machine), stepOf(human)] as const);
  const agreement = levels.filter(([a, b]) => a === b).length / count;
  const kappa = cohensKappa(levels, steps, (a, b) => (a === b ? 0 : 1));
  const weighted = cohensKappa(levels, steps, (a, b) => (a - b) ** 2);
  const mae = pairs.reduce((sum, { machine, human }) => sum + Math.abs(machine - human), 0) / count;
  const bias = pairs.reduce((sum, { machine, human }) => sum + machine - human, 0) / count;
  const { kappa: leastKappa, agreement: leastAgreement, mae: mostError, pairs: leastPairs } = calibrationTargets;
  const decisive = steps > 2 ? weighted : kappa;
  const good = (decisive ?? 1) >= leastKappa && agreement >= leastAgreement && mae <= mostError;
  return {
    pairs: count,
    kappa: kappa === null ? null : round(kappa, 4),
    weighted_kappa: weighted === null ? null : round(weighted, 4),
    agreement: round(agreement, 4),
    mae: round(mae, 4),
    bias: round(bias, 4),
    state: count < leastPairs ? "unmeasured" : good ? "calibrated" : "not_calibrated",
  };
}

/** 1 − observed / expected disagreement; `null` where chance alone leaves no room to disagree. */
function cohensKappa(
  levels: readonly (readonly [number, number])[],
  steps: number,
  cost: (a: number, b: number) => number,
): number | null {
  const share = (rater: 0 | 1, step: number) => levels.filter((pair) => pair[rater] === step).length / levels.length;
  const all = Array.from({ length: steps }, (_, step) => step);
  const machine = all.map((step) => share(0, step));
  const human = all.map((step) => share(1, step));
  const expected = all.reduce(
    (sum, a) => sum + all.reduce((inner, b) => inner + cost(a, b) * machine[a]! * human[b]!, 0),
    0,
  );
  if (expected === 0) return null;
  const observed = levels.reduce((sum, [a, b]) => sum + cost(a, b), 0) / levels.length;
  return 1 - observed / expected;
}
