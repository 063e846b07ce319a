import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Store } from "@otai/core/ports/store";
import type { Clock, Ids } from "@otai/core/ports/surroundings";
import { ConfigError } from "@otai/plugin-api/errors";
import Database from "better-sqlite3";
import { Kysely } from "kysely";
import { type Handle, sqliteEngine } from "./engine.ts";
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

/**
 * The embedded store: one file, several processes. WAL with synchronous=FULL, so that what was answered is on disk.
 * @throws ConfigError when the folder cannot be written.
 */
export async function openSqliteStore({ path, ids, clock }: SqliteStoreOptions): Promise<Store> {
  const database = openFile(path);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.pragma("busy_timeout = 10000");
  const db = new Kysely<Tables>({ dialect: new ImmediateSqliteDialect({ database }) });
  await migrate(db, sqliteEngine);
  const listeners = new Set<() => void>();
  let belling = false;
  const open = (tx: Handle) => createTransaction(tx, sqliteEngine, ids, clock ?? null);
  return {
    async write(work) {
      const result = await db.transaction().execute((tx) => work(open(tx)));
      // One bell per burst: listeners look at the lanes themselves.
      if (!belling) {
        belling = true;
        setImmediate(() => {
          belling = false;
          for (const ring of listeners) ring();
        });
      }
      return result;
    },
    read: (work) =>
      db
        .transaction()
        .setAccessMode("read only")
        .execute((tx) => work(open(tx))),
    onDoorbell(ring) {
      listeners.add(ring);
      return () => listeners.delete(ring);
    },
    close: () => db.destroy(),
  };
}

function openFile(path: string): Database.Database {
  try {
    if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
    return new Database(path);
  } catch (cause) {
    throw new ConfigError(
      `cannot open the database ${path}: ${(cause as Error).message}. Give a folder that this user may write with OTAI_DATA_DIR`,
      { cause },
    );
  }
}
