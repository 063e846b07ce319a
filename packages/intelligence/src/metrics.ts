/** One judged prediction. */
export interface Outcome {
  readonly truth: string;
  readonly value: string;
  readonly confidence: number;
}

export interface LabelQuality {
  readonly label: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly support: number;
}

const BINS = 15;

export function accuracy(outcomes: readonly Outcome[]): number {
  return share(outcomes.filter(({ truth, value }) => truth === value).length, outcomes.length);
}

/** Expected calibration error of the predicted label: 15 bins of equal width. */
export function calibrationError(outcomes: readonly Outcome[]): number {
  const surplus = new Float64Array(BINS);
  for (const { truth, value, confidence } of outcomes) {
    const bin = Math.min(Math.floor(confidence * BINS), BINS - 1);
    surplus[bin]! += confidence - (truth === value ? 1 : 0);
  }
  return share(
    surplus.reduce((sum, value) => sum + Math.abs(value), 0),
    outcomes.length,
  );
}

/** By label of the truth, sorted; a label that was never predicted has precision 0. */
export function qualityPerLabel(outcomes: readonly Outcome[]): LabelQuality[] {
  const counts = new Map<string, { support: number; predicted: number; right: number }>();
  const countOf = (label: string) => {
    const known = counts.get(label) ?? { support: 0, predicted: 0, right: 0 };
    counts.set(label, known);
    return known;
  };
  for (const { truth, value } of outcomes) {
    countOf(truth).support++;
    countOf(value).predicted++;
    if (truth === value) countOf(truth).right++;
  }
  return [...counts]
    .filter(([, { support }]) => support > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, { support, predicted, right }]) => {
      const precision = share(right, predicted);
      const recall = share(right, support);
      return { label, precision, recall, f1: share(2 * precision * recall, precision + recall), support };
    });
}

/** Mean F1 of the labels in the truth. */
export function macroF1(labels: readonly LabelQuality[]): number {
  return share(
    labels.reduce((sum, { f1 }) => sum + f1, 0),
    labels.length,
  );
}

/** How likely a random one of `higher` is above a random one of `lower`; ties count half (Mann–Whitney). */
export function areaUnderRoc(higher: readonly number[], lower: readonly number[]): number {
  const values = [...higher.map((value) => ({ value, high: 1 })), ...lower.map((value) => ({ value, high: 0 }))];
  values.sort((a, b) => a.value - b.value);
  let wins = 0;
  let below = 0;
  for (let from = 0; from < values.length; ) {
    let to = from;
    let high = 0;
    while (to < values.length && values[to]!.value === values[from]!.value) high += values[to++]!.high;
    const low = to - from - high;
    wins += high * (below + low / 2);
    below += low;
    from = to;
  }
  return share(wins, higher.length * lower.length);
}

/** 0 where there is nothing to share. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
