/** Values or rows per statement: SQLite takes 32,766 bound values, and longer statements gain nothing. */
export const batch = 250;

export function slices<T>(values: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(values.length / batch) }, (_, at) =>
    values.slice(at * batch, (at + 1) * batch),
  );
}

export function inBatches<T, Answer>(values: readonly T[], ask: (some: T[]) => Promise<Answer>): Promise<Answer>[] {
  return slices(values).map(ask);
}

export async function all<T>(parts: readonly Promise<readonly T[]>[]): Promise<T[]> {
  return (await Promise.all(parts)).flat();
}

type Changed = { readonly numDeletedRows: bigint } | { readonly numUpdatedRows: bigint };

/** Of rows. */
export async function sum(parts: readonly Promise<Changed>[]): Promise<number> {
  const changed = await Promise.all(parts);
  return changed.reduce(
    (total, part) => total + Number("numDeletedRows" in part ? part.numDeletedRows : part.numUpdatedRows),
    0,
  );
}
