import type Database from "better-sqlite3";
import type { DatabaseConnection, Dialect, Driver, Kysely, TransactionSettings } from "kysely";
import { SqliteAdapter, SqliteDriver, SqliteIntrospector, SqliteQueryCompiler } from "kysely";

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
    this.#database.exec(reads ? "begin" : "begin immediate");
  }

  override async rollbackTransaction(): Promise<void> {
    // A full disk rolls back by itself; a second rollback would hide the reason behind "no transaction is active".
    if (this.#database.inTransaction) this.#database.exec("rollback");
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
