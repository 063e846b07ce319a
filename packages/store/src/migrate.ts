import { ConfigError } from "@otai/plugin-api/errors";
import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Engine } from "./engine.ts";
import { migrations } from "./migrations.ts";
import type { Tables } from "./tables.ts";

/**
 * Brings the database to the newest format in one transaction, one process at a time.
 * @throws ConfigError when the database is newer than this program.
 */
export async function migrate(db: Kysely<Tables>, engine: Engine): Promise<{ from: number; to: number }> {
  return db.transaction().execute(async (tx) => {
    await engine.lockForMigration(tx);
    await sql`create table if not exists format_version (version integer not null)`.execute(tx);
    const found = await sql<{ version: number }>`select version from format_version`.execute(tx);
    const from = found.rows[0]?.version ?? 0;
    if (from > migrations.length) {
      throw new ConfigError(
        `the database has format ${from}, this version of otai knows up to ${migrations.length}: start a newer otai or restore an older backup`,
      );
    }
    for (const migration of migrations.slice(from)) {
      for (const statement of migration(engine)) await sql.raw(statement).execute(tx);
    }
    if (found.rows.length === 0)
      await sql`insert into format_version (version) values (${migrations.length})`.execute(tx);
    else await sql`update format_version set version = ${migrations.length}`.execute(tx);
    return { from, to: migrations.length };
  });
}
