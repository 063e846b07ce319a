import { setTimeout } from "node:timers/promises";
import type { Clock, Ids } from "@otai/core/ports/surroundings";
import { ConfigError } from "@otai/plugin-api/errors";
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { postgresEngine } from "./engine.ts";
import { migrate } from "./migrate.ts";
import { createDoorbell } from "./postgres-doorbell.ts";
import { createSealer, type SecretKeys } from "./sealer.ts";
import { createSealingPlugin } from "./sealing-plugin.ts";
import { checkSecretKey } from "./secret-key-check.ts";
import type { OtaiStore, StoreTransaction } from "./store-transaction.ts";
import type { Tables } from "./tables.ts";
import { createTransaction } from "./transaction.ts";

export interface PostgresStoreOptions {
  /** `postgres://user:password@host/database` */
  readonly url: string;
  readonly ids: Ids;
  /** For tests; by default the database's clock counts. */
  readonly clock?: Clock | undefined;
  readonly connections?: number;
  /** Without them nothing is sealed: for tests and figures. */
  readonly secretKeys?: SecretKeys | undefined;
}

const int8 = 20;
/** Milliseconds and counts fit a double; pg would give bigint as text. */
const types = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    oid === int8 ? Number : pg.types.getTypeParser(oid, format as "text"),
} as pg.CustomTypesConfig;

/** Deadlock and serialisation failures are the database's way of saying "once more". */
const repeatable = new Set(["40001", "40P01"]);
const tries = 5;
/** Long enough for the one who won to be through, else both would meet again. */
const pauseMs = 50;
/** A server that does not answer must not hang whoever asks. */
const connectMs = 5000;

/** PostgreSQL 15 or newer. @throws ConfigError when it cannot be reached, refuses the login or holds a newer format. */
export async function openPostgresStore({
  url,
  ids,
  clock,
  connections = 10,
  secretKeys,
}: PostgresStoreOptions): Promise<OtaiStore> {
  const reach = { connectionString: url, connectionTimeoutMillis: connectMs, keepAlive: true };
  const pool = new pg.Pool({ ...reach, max: connections, types });
  // A connection that the server closes is replaced at the next use; whoever was using it gets the error from his query.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const sealer = secretKeys === undefined ? null : createSealer(secretKeys);
  const plugins = sealer === null ? [] : [createSealingPlugin(sealer)];
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins });
  try {
    await migrate(db, postgresEngine);
    await db.transaction().execute((tx) => checkSecretKey(tx, sealer));
  } catch (cause) {
    await db.destroy();
    if (cause instanceof ConfigError) throw cause;
    throw new ConfigError(`cannot use the database at ${withoutPassword(url)}: ${(cause as Error).message}`, { cause });
  }
  const doorbell = createDoorbell(reach);

  async function run<T>(
    access: "read" | "write",
    work: (tx: StoreTransaction) => Promise<T>,
    tried = 1,
    since = performance.now(),
  ): Promise<T> {
    let begun = false;
    let due = false;
    const ring = () => {
      due = true;
    };
    const transaction = db.transaction();
    const begin =
      access === "write"
        ? transaction.setIsolationLevel("read committed")
        : transaction.setAccessMode("read only").setIsolationLevel("repeatable read");
    try {
      const result = await begin.execute((tx) => {
        begun = true;
        return work(createTransaction({ db: tx, engine: postgresEngine, sealer, ids, clock, access, ring }));
      });
      if (due) doorbell.ring();
      return result;
    } catch (error) {
      // Pooled connections that died while idle show it at `begin`; nothing was done yet, so a fresh one may.
      const again = begun
        ? repeatable.has((error as { code?: string }).code ?? "")
        : performance.now() - since < connectMs;
      if (!again || tried === tries) throw error;
      await setTimeout(pauseMs * tried * (1 + Math.random()));
      return run(access, work, tried + 1, since);
    }
  }

  return {
    write: (work) => run("write", work),
    read: (work) => run("read", work),
    onDoorbell: doorbell.listen,
    // Rows that were deleted stay in their pages until they are cleaned up.
    scrub: async () => void (await sql`vacuum`.execute(db)),
    async close() {
      await doorbell.close();
      await db.destroy();
    },
  };
}

function withoutPassword(url: string): string {
  const shown = URL.parse(url);
  if (shown === null) return "the given address";
  if (shown.password !== "") shown.password = "***";
  if (shown.searchParams.has("password")) shown.searchParams.set("password", "***");
  return shown.href;
}
