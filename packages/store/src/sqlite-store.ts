import type { Clock, Ids } from "@otai/core/ports/surroundings";
import type Database from "better-sqlite3";
import { Kysely, sql } from "kysely";
import { sqliteEngine } from "./engine.ts";
import { migrate } from "./migrate.ts";
import { createSealer, type SecretKeys } from "./sealer.ts";
import { createSealingPlugin } from "./sealing-plugin.ts";
import { checkSecretKey } from "./secret-key-check.ts";
import { ImmediateSqliteDialect } from "./sqlite-driver.ts";
import { openSqliteFile } from "./sqlite-file.ts";
import type { OtaiStore, StoreTransaction } from "./store-transaction.ts";
import type { Tables } from "./tables.ts";
import { createTransaction } from "./transaction.ts";

export interface SqliteStoreOptions {
  /** File, or `:memory:`. */
  readonly path: string;
  readonly ids: Ids;
  /** For tests; by default the database's clock counts. */
  readonly clock?: Clock | undefined;
  /** Without them nothing is sealed: for tests and figures. */
  readonly secretKeys?: SecretKeys | undefined;
}

/**
 * The embedded store: one file, several processes. Its doorbell rings within this process only; others look by themselves.
 * @throws ConfigError when the file cannot be used or was written by a newer version.
 */
export async function openSqliteStore({ path, ...options }: SqliteStoreOptions): Promise<OtaiStore> {
  return createSqliteStore(openSqliteFile(path), options);
}

/** Migrates an open database and closes it with the store. */
export async function createSqliteStore(
  database: Database.Database,
  { ids, clock, secretKeys }: Omit<SqliteStoreOptions, "path">,
): Promise<OtaiStore> {
  const sealer = secretKeys === undefined ? null : createSealer(secretKeys);
  const plugins = sealer === null ? [] : [createSealingPlugin(sealer)];
  const db = new Kysely<Tables>({ dialect: new ImmediateSqliteDialect(database), plugins });
  const around = { engine: sqliteEngine, sealer, ids, clock };
  try {
    await migrate(db, sqliteEngine);
    await db.transaction().execute((tx) => checkSecretKey(tx, sealer));
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const listeners = new Set<() => void>();
  let belling = false;
  /** One bell per burst: listeners look at the lanes themselves. */
  function ringSoon(): void {
    if (belling) return;
    belling = true;
    setImmediate(() => {
      belling = false;
      for (const ring of listeners) ring();
    });
  }
  return {
    async write<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T> {
      let due = false;
      const ring = () => {
        due = true;
      };
      const result = await db
        .transaction()
        .execute((tx) => work(createTransaction({ ...around, db: tx, access: "write", ring })));
      if (due) ringSoon();
      return result;
    },
    read: (work) =>
      db
        .transaction()
        .setAccessMode("read only")
        .execute((tx) => work(createTransaction({ ...around, db: tx, access: "read", ring() {} }))),
    onDoorbell(ring) {
      listeners.add(ring);
      return () => listeners.delete(ring);
    },
    async scrub() {
      // Deleted rows were overwritten in the file (secure_delete); their traces are left in the write-ahead log.
      await sql`pragma wal_checkpoint(truncate)`.execute(db);
    },
    close: () => db.destroy(),
  };
}
