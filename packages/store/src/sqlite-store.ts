import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Store, Transaction } from "@otai/core/ports/store";
import type { Clock, Ids } from "@otai/core/ports/surroundings";
import { ConfigError } from "@otai/plugin-api/errors";
import Database from "better-sqlite3";
import { Kysely } from "kysely";
import { sqliteEngine } from "./engine.ts";
import { migrate } from "./migrate.ts";
import { ImmediateSqliteDialect } from "./sqlite-driver.ts";
import type { Tables } from "./tables.ts";
import { createTransaction } from "./transaction.ts";

export interface SqliteStoreOptions {
  /** File, or `:memory:`. */
  readonly path: string;
  readonly ids: Ids;
  /** For tests; by default the database's clock counts. */
  readonly clock?: Clock;
}

/** Another process may hold the lock for as long as its disk takes; longer than this something is stuck. */
const busyMs = 10_000;

/**
 * The embedded store: one file, several processes. WAL with synchronous=FULL, so that what was answered is on disk.
 * Its doorbell rings within this process only; other processes look by themselves.
 * @throws ConfigError when the file cannot be used or was written by a newer version.
 */
export async function openSqliteStore({ path, ids, clock }: SqliteStoreOptions): Promise<Store> {
  const database = openFile(path);
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
    async write<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
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

function openFile(path: string): Database.Database {
  let database: Database.Database | undefined;
  try {
    if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
    database = new Database(path, { timeout: busyMs });
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = FULL");
    return database;
  } catch (cause) {
    database?.close();
    throw new ConfigError(
      `cannot open the database ${path}: ${(cause as Error).message}. Give a folder that this user may write with OTAI_DATA_DIR`,
      { cause },
    );
  }
}
