/** What was measured for one promise. */
export interface PromiseFigures {
  /** `null` where no confidence proves the promise. */
  readonly threshold: number | null;
  readonly coverage: number;
}

/** Figures are kept for a few promises, and the next stricter one never says too much. `null` where none is so strict. */
export function findPromise<Figures extends PromiseFigures>(
  coverage: Readonly<Record<string, Figures>>,
  precision: number,
): { readonly promise: number; readonly figures: Figures } | null {
  const [strictEnough] = Object.entries(coverage)
    .map(([promise, figures]) => ({ promise: Number(promise), figures }))
    .filter(({ promise }) => promise >= precision)
    .sort((a, b) => a.promise - b.promise);
  return strictEnough ?? null;
}
