import { setTimeout } from "node:timers/promises";
import type Database from "better-sqlite3";
import type { DatabaseConnection, Dialect, Driver, Kysely, TransactionSettings } from "kysely";
import { SqliteAdapter, SqliteDriver, SqliteIntrospector, SqliteQueryCompiler } from "kysely";

/** Another process may hold the lock for as long as its disk takes; longer than this something is stuck. */
export const busyMs = 30_000;
/** Short against a commit with fsync, so that nobody starves; drawn anew each time, so that two waiters do not march in step. */
const longestPauseMs = 8;

/** Takes the write lock when a transaction begins: the stock deferred begin loses transactions between two processes (SQLITE_BUSY on upgrade). */
class ImmediateSqliteDriver extends SqliteDriver {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    super({ database });
    this.#database = database;
  }

  override async beginTransaction(_connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    const reads = settings?.accessMode === "read only";
    // A read that writes is refused as PostgreSQL refuses it, not committed by luck.
    this.#database.pragma(`query_only = ${reads ? 1 : 0}`);
    if (reads) this.#database.exec("begin");
    else await this.#beginImmediate();
  }

  override async rollbackTransaction(): Promise<void> {
    // A full disk rolls back by itself; a second rollback would hide the reason behind "no transaction is active".
    if (this.#database.inTransaction) this.#database.exec("rollback");
  }

  /** Waits with the event loop running: SQLite's own wait would stop heartbeats, and for ever if the holder lives in this process. */
  async #beginImmediate(): Promise<void> {
    const giveUpAt = performance.now() + busyMs;
    for (;;) {
      if (this.#tryToBegin(performance.now() >= giveUpAt)) return;
      await setTimeout(1 + Math.random() * longestPauseMs);
    }
  }

  #tryToBegin(lastTime: boolean): boolean {
    this.#database.pragma("busy_timeout = 0");
    try {
      this.#database.exec("begin immediate");
      return true;
    } catch (error) {
      if (lastTime || (error as { code?: string }).code !== "SQLITE_BUSY") throw error;
      return false;
    } finally {
      this.#database.pragma(`busy_timeout = ${busyMs}`);
    }
  }
}

/** Kysely's SQLite dialect with BEGIN IMMEDIATE. */
export class ImmediateSqliteDialect implements Dialect {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    this.#database = database;
  }

  createDriver(): Driver {
    return new ImmediateSqliteDriver(this.#database);
  }

  createQueryCompiler(): SqliteQueryCompiler {
    return new SqliteQueryCompiler();
  }

  createAdapter(): SqliteAdapter {
    return new SqliteAdapter();
  }

  createIntrospector(db: Kysely<unknown>): SqliteIntrospector {
    return new SqliteIntrospector(db);
  }
}
