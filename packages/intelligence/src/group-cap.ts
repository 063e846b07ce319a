const SHARE = 0.02;
const ALWAYS = 20;

/**
 * The rows that stay when no sender or organisation may contribute more than 2 % of the rows, or 20: of the others the
 * first ones in the list give way, so that old rows go before new ones. Rows without a group all stay.
 */
export function capGroups<T extends { readonly group?: string }>(rows: readonly T[]): T[] {
  const most = Math.max(ALWAYS, Math.floor(rows.length * SHARE));
  const counts = new Map<string, number>();
  const kept: T[] = [];
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at]!;
    if (row.group !== undefined) {
      const count = (counts.get(row.group) ?? 0) + 1;
      counts.set(row.group, count);
      if (count > most) continue;
    }
    kept.push(row);
  }
  return kept.reverse();
}
