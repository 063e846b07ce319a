import { setTimeout } from "node:timers/promises";
import type Database from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from "kysely";

/** Another process may hold the lock for as long as its disk takes; longer than this something is stuck. */
export const busyMs = 30_000;
/** Short against a commit with fsync, so that nobody starves; drawn anew each time, so that two waiters do not march in step. */
const longestPauseMs = 8;
/** Statements kept prepared; the store has fewer, but for lists of varying length. */
const keptStatements = 200;

/** Keeps statements prepared, which is most of the work of a short one. */
class SqliteConnection implements DatabaseConnection {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement<unknown[], unknown>>();
  readOnly = false;

  constructor(database: Database.Database) {
    this.#database = database;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.#prepare(sql);
    // Refused as PostgreSQL refuses it, not committed by luck.
    if (this.readOnly && !statement.readonly) throw new Error(`a read may not write: ${sql}`);
    if (statement.reader) return { rows: statement.all(...parameters) as R[] };
    const { changes } = statement.run(...parameters);
    return { rows: [], numAffectedRows: BigInt(changes) };
  }

  // biome-ignore lint/correctness/useYield: nothing in the store streams
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error("the SQLite store does not stream");
  }

  #prepare(sql: string): Database.Statement<unknown[], unknown> {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    if (this.#statements.size >= keptStatements) this.#statements.clear();
    const fresh = this.#database.prepare<unknown[], unknown>(sql);
    this.#statements.set(sql, fresh);
    return fresh;
  }
}

/** Takes the write lock when a transaction begins: a deferred begin loses transactions between two processes (SQLITE_BUSY on upgrade). */
class ImmediateSqliteDriver implements Driver {
  readonly #database: Database.Database;
  readonly #connection: SqliteConnection;

  constructor(database: Database.Database) {
    this.#database = database;
    this.#connection = new SqliteConnection(database);
  }

  async init(): Promise<void> {}

  /** There is one; Kysely lets its users in one after the other. */
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {}

  async beginTransaction(_connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const reads = settings.accessMode === "read only";
    this.#connection.readOnly = reads;
    if (reads) await this.#run("begin");
    else await this.#beginImmediate();
  }

  commitTransaction(): Promise<void> {
    return this.#run("commit");
  }

  async rollbackTransaction(): Promise<void> {
    // A full disk rolls back by itself; a second rollback would hide the reason behind "no transaction is active".
    if (this.#database.inTransaction) await this.#run("rollback");
  }

  async destroy(): Promise<void> {
    this.#database.close();
  }

  /** Waits with the event loop running: SQLite's own wait would stop heartbeats, and for ever if the holder lives in this process. */
  async #beginImmediate(): Promise<void> {
    const giveUpAt = performance.now() + busyMs;
    for (;;) {
      const lastTime = performance.now() >= giveUpAt;
      try {
        await this.#run("pragma busy_timeout = 0");
        await this.#run("begin immediate");
        return;
      } catch (error) {
        if (lastTime || (error as { code?: string }).code !== "SQLITE_BUSY") throw error;
      } finally {
        await this.#run(`pragma busy_timeout = ${busyMs}`);
      }
      await setTimeout(1 + Math.random() * longestPauseMs);
    }
  }

  async #run(sql: string): Promise<void> {
    await this.#connection.executeQuery(CompiledQuery.raw(sql));
  }
}

/** Kysely's SQLite dialect over better-sqlite3 with BEGIN IMMEDIATE. */
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
