import { type RawBuilder, sql } from "kysely";
import type { Handle } from "../engine.ts";
import { type SealedTable, sealedTables } from "../sealed-columns.ts";
import type { Sealer } from "../sealer.ts";
import { isSealedAnew, noteSealedAnew } from "../secret-key-check.ts";

type Row = Readonly<Record<string, unknown>>;

/**
 * Seals rows that lie there readable, from before there was sealing, or sealed with a previous key. Its statements are raw, past
 * the sealing of all others. @returns how many rows; 0 when there are none left, which is noted down.
 */
export async function sealAnew(db: Handle, sealer: Sealer, limit: number): Promise<number> {
  if (await isSealedAnew(db, sealer)) return 0;
  for (const [table, sealed] of Object.entries(sealedTables)) {
    const rows = await listOthers(db, { table, sealed, prefix: sealer.prefix, limit });
    for (const row of rows) await sealRow(db, sealer, { table, sealed, row });
    if (rows.length > 0) return rows.length;
  }
  await noteSealedAnew(db, sealer);
  return 0;
}

interface Others {
  readonly table: string;
  readonly sealed: SealedTable;
  readonly prefix: string;
  readonly limit: number;
}

/** Rows with a value that the current key did not seal; empty ones are never sealed. */
async function listOthers(db: Handle, { table, sealed, prefix, limit }: Others): Promise<readonly Row[]> {
  const { primaryKey, columns, binary } = sealed;
  const head = binary === true ? Buffer.from(prefix) : prefix;
  const conditions = columns.map((name): RawBuilder<unknown> => {
    const column = sql.ref(name);
    const other = sql`substr(${column}, 1, ${sql.lit(prefix.length)}) <> ${head}`;
    return binary === true ? sql`(${other})` : sql`(${column} not in ('', 'null', '{}', '[]') and ${other})`;
  });
  const wanted = sql.join([...primaryKey, ...columns].map((name) => sql.ref(name)));
  const found = await sql<Row>`select ${wanted} from ${sql.table(table)} where ${sql.join(conditions, sql` or `)}
    limit ${sql.lit(limit)}`.execute(db);
  return found.rows;
}

/** Only what is still as it was read: somebody may have written it meanwhile, sealed already. */
async function sealRow(
  db: Handle,
  sealer: Sealer,
  { table, sealed, row }: { readonly table: string; readonly sealed: SealedTable; readonly row: Row },
): Promise<void> {
  const same = sealed.primaryKey.map((name) => sql`${sql.ref(name)} = ${row[name]}`);
  for (const name of sealed.columns) {
    const value = row[name];
    const place = `${table}.${name}`;
    const fresh =
      typeof value === "string"
        ? sealer.seal(sealer.open(value, place), place)
        : value instanceof Uint8Array
          ? sealer.sealBytes(sealer.openBytes(value, place), place)
          : null;
    if (fresh === null) continue;
    const condition = sql.join([...same, sql`${sql.ref(name)} = ${value}`], sql` and `);
    await sql`update ${sql.table(table)} set ${sql.ref(name)} = ${fresh} where ${condition}`.execute(db);
  }
}
