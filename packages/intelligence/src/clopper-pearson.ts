/** One-sided confidence of every bound here. */
const CONFIDENCE = 0.95;

/**
 * The one-sided lower 95 % bound of a share, by Clopper and Pearson (1934): with the true share below it, so many
 * successes would be seen in fewer than 5 of 100 samples. 0 without evidence.
 */
export function lowerBound(successes: number, trials: number): number {
  if (successes <= 0 || trials <= 0) return 0;
  return solve((share) => incompleteBeta(share, successes, trials - successes + 1) < 1 - CONFIDENCE);
}

/** The one-sided upper bound; 1 without evidence. */
export function upperBound(successes: number, trials: number, confidence = CONFIDENCE): number {
  if (trials <= 0 || successes >= trials) return 1;
  return solve((share) => incompleteBeta(share, successes + 1, trials - successes) < confidence);
}

/** Whether the lower bound reaches `share`, without computing the bound. */
export function proves(successes: number, trials: number, share: number): boolean {
  if (trials <= 0 || successes < share * trials) return false;
  return incompleteBeta(share, successes, trials - successes + 1) <= 1 - CONFIDENCE;
}

/** Bisection: the largest share for which `below` holds. */
function solve(below: (share: number) => boolean): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (below(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** The regularised incomplete beta function I_x(a, b), by Lentz's continued fraction (DLMF 8.17.22). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x)) / a;
  const tiny = 1e-300;
  const guarded = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / guarded(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guarded(1 + even * d);
    c = guarded(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guarded(1 + odd * d);
    c = guarded(1 + odd / c);
    const change = d * c;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-12) break;
  }
  return front * fraction;
}

/** ln Γ(x) for x > 0: Stirling's series (DLMF 5.11.1) after moving x up to 10. */
function logGamma(x: number): number {
  let shift = 0;
  let z = x;
  while (z < 10) shift += Math.log(z++);
  const inverse = 1 / z;
  const square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)));
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
