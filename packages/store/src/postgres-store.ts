import type { Store } from "@otai/core/ports/store";
import type { Clock, Ids } from "@otai/core/ports/surroundings";
import { ConfigError } from "@otai/plugin-api/errors";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { doorbellChannel, postgresEngine } from "./engine.ts";
import { migrate } from "./migrate.ts";
import type { Tables } from "./tables.ts";
import { createTransaction } from "./transaction.ts";

export interface PostgresStoreOptions {
  /** `postgres://user:password@host/database` */
  readonly url: string;
  readonly ids: Ids;
  readonly clock?: Clock;
  readonly connections?: number;
}

const int8 = 20;
/** Milliseconds and counts fit a double; pg would give bigint as text. */
const types = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    oid === int8 ? Number : pg.types.getTypeParser(oid, format as "text"),
} as pg.CustomTypesConfig;

/** Deadlock and serialisation failures are the database's way of saying "once more". */
const repeatable = new Set(["40001", "40P01"]);

/** PostgreSQL 15 or newer. @throws ConfigError when it cannot be reached or refuses the login. */
export async function openPostgresStore({ url, ids, clock, connections = 10 }: PostgresStoreOptions): Promise<Store> {
  const pool = new pg.Pool({ connectionString: url, max: connections, types });
  // A connection that the server closes while idle is replaced at the next use.
  pool.on("error", () => {});
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db, postgresEngine);
  } catch (cause) {
    await db.destroy();
    if (cause instanceof ConfigError) throw cause;
    throw new ConfigError(`cannot use the database at ${withoutPassword(url)}: ${(cause as Error).message}`, { cause });
  }
  const doorbell = createDoorbell(url);
  async function inTransaction<T>(
    work: (tx: ReturnType<typeof createTransaction>) => Promise<T>,
    triesLeft = 3,
  ): Promise<T> {
    try {
      return await db.transaction().execute((tx) => work(createTransaction(tx, postgresEngine, ids, clock ?? null)));
    } catch (error) {
      if (triesLeft > 1 && repeatable.has((error as { code?: string }).code ?? ""))
        return inTransaction(work, triesLeft - 1);
      throw error;
    }
  }
  return {
    write: (work) => inTransaction(work),
    read: (work) =>
      db
        .transaction()
        .setAccessMode("read only")
        .execute((tx) => work(createTransaction(tx, postgresEngine, ids, clock ?? null))),
    onDoorbell: doorbell.listen,
    async close() {
      await doorbell.close();
      await db.destroy();
    },
  };
}

/** Listens on a connection of its own, made at the first listener; a lost connection is made anew after a second. */
function createDoorbell(url: string) {
  const listeners = new Set<() => void>();
  let client: pg.Client | null = null;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  function connect(): void {
    const fresh = new pg.Client({ connectionString: url });
    client = fresh;
    const again = () => {
      if (closed || client !== fresh) return;
      client = null;
      retry = setTimeout(connect, 1000);
    };
    fresh.on("error", again);
    fresh.on("end", again);
    fresh.on("notification", () => {
      for (const ring of listeners) ring();
    });
    fresh
      .connect()
      .then(() => fresh.query(`listen ${doorbellChannel}`))
      .catch(again);
  }

  return {
    listen(ring: () => void) {
      listeners.add(ring);
      if (client === null && retry === undefined) connect();
      return () => listeners.delete(ring);
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/([^:@/]+):[^@]*@/, "//$1:***@");
}
