import type { Clock, Ids } from "@otai/core/ports/surroundings";
import type Database from "better-sqlite3";
import { Kysely } from "kysely";
import { sqliteEngine } from "./engine.ts";
import { migrate } from "./migrate.ts";
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
  { ids, clock }: Omit<SqliteStoreOptions, "path">,
): Promise<OtaiStore> {
  const db = new Kysely<Tables>({ dialect: new ImmediateSqliteDialect(database) });
  try {
    await migrate(db, sqliteEngine);
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
        .execute((tx) => work(createTransaction({ db: tx, engine: sqliteEngine, ids, clock, access: "write", ring })));
      if (due) ringSoon();
      return result;
    },
    read: (work) =>
      db
        .transaction()
        .setAccessMode("read only")
        .execute((tx) =>
          work(createTransaction({ db: tx, engine: sqliteEngine, ids, clock, access: "read", ring() {} })),
        ),
    onDoorbell(ring) {
      listeners.add(ring);
      return () => listeners.delete(ring);
    },
    close: () => db.destroy(),
  };
}
