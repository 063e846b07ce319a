import type { Kysely, Transaction } from "kysely";
import { sql } from "kysely";
import type { Tables } from "./tables.ts";

export type Handle = Kysely<Tables> | Transaction<Tables>;

/** The few places where the two databases differ. */
export interface Engine {
  readonly name: "sqlite" | "postgres";
  now(db: Handle): Promise<number>;
  /** Serialises migrations between processes; called inside the transaction that migrates. */
  lockForMigration(db: Handle): Promise<void>;
  /** Writers work side by side and lock rows; else there is one writer at a time. */
  readonly locksRows: boolean;
  readonly columns: {
    readonly id: string;
    readonly int: string;
    readonly real: string;
    readonly blob: string;
    readonly sequence: string;
  };
}

export const sqliteEngine: Engine = {
  name: "sqlite",
  async now(db) {
    const row = await sql<{ now: number }>`select cast(unixepoch('subsec') * 1000 as integer) as now`.execute(db);
    return row.rows[0]!.now;
  },
  // BEGIN IMMEDIATE holds the only write lock already.
  async lockForMigration() {},
  locksRows: false,
  columns: { id: "text", int: "integer", real: "real", blob: "blob", sequence: "integer primary key autoincrement" },
};

export const postgresEngine: Engine = {
  name: "postgres",
  async now(db) {
    const row = await sql<{
      now: number;
    }>`select (extract(epoch from clock_timestamp()) * 1000)::bigint as now`.execute(db);
    return row.rows[0]!.now;
  },
  async lockForMigration(db) {
    await sql`select pg_advisory_xact_lock(7310412)`.execute(db);
  },
  locksRows: true,
  columns: {
    // Ids are compared byte by byte for paging, whatever the database's locale.
    id: 'text collate "C"',
    int: "bigint",
    real: "double precision",
    blob: "bytea",
    sequence: "bigint generated always as identity primary key",
  },
};
