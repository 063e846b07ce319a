/**
 * Groups `count` items: the two groups whose members are on average most similar become one, again and again, as long as they are
 * at least `least` similar. Deterministic: of equal similarities the earlier items win. Quadratic in memory, and in time for
 * all but contrived inputs.
 * @param similarities of items, row by row, symmetric, 0..1; it is used up.
 * @returns groups of item numbers, each ascending, in the order of their first items.
 */
export function averageLink(count: number, similarities: Float32Array, least: number): readonly (readonly number[])[] {
  const matrix = similarities;
  const groups: number[][] = Array.from({ length: count }, (_, item) => [item]);
  const alive = Array.from({ length: count }, (_, item) => item);
  const nearest = Int32Array.from({ length: count }, (_, item) => nearestOf(item, alive, matrix, count));
  const near = (item: number) => (nearest[item]! < 0 ? -1 : matrix[item * count + nearest[item]!]!);
  for (;;) {
    let best = -1;
    for (const item of alive) if (best < 0 || near(item) > near(best)) best = item;
    if (best < 0 || near(best) < least) break;
    const low = Math.min(best, nearest[best]!);
    const high = Math.max(best, nearest[best]!);
    const [lows, highs] = [groups[low]!.length, groups[high]!.length];
    alive.splice(alive.indexOf(high), 1);
    for (const other of alive) {
      if (other === low) continue;
      // The mean over all pairs of members (Lance and Williams 1967).
      const mean = (lows * matrix[low * count + other]! + highs * matrix[high * count + other]!) / (lows + highs);
      matrix[low * count + other] = mean;
      matrix[other * count + low] = mean;
    }
    groups[low]!.push(...groups[high]!);
    groups[high] = [];
    for (const other of alive) {
      const lost = nearest[other] === low || nearest[other] === high;
      if (other === low || lost) nearest[other] = nearestOf(other, alive, matrix, count);
    }
  }
  return alive.map((item) => groups[item]!.sort((a, b) => a - b));
}

function nearestOf(item: number, alive: readonly number[], matrix: Float32Array, count: number): number {
  let best = -1;
  for (const other of alive) {
    if (other !== item && (best < 0 || matrix[item * count + other]! > matrix[item * count + best]!)) best = other;
  }
  return best;
}
