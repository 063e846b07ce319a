import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openTestPostgres } from "@otai/conformance/postgres/test-postgres";
import { createCountingIds } from "@otai/conformance/store/counting-ids";
import { createTestClock, type TestClock } from "@otai/conformance/store/test-clock";
import Database from "better-sqlite3";
import pg from "pg";
import { afterAll, describe } from "vitest";
import { openPostgresStore } from "../../postgres-store.ts";
import type { SecretKeys } from "../../sealer.ts";
import { openSqliteStore } from "../../sqlite-store.ts";
import type { OtaiStore } from "../../store-transaction.ts";
import { emptyTables } from "../../testing/empty-tables.ts";

/** A database and what lies in it as bytes. */
export interface PrivacyBench {
  readonly clock: TestClock;
  open(secretKeys?: SecretKeys): Promise<OtaiStore>;
  /** Everything that could be read by whoever has the files or a dump. */
  bytes(): Promise<Buffer>;
  query(statement: string): Promise<readonly Record<string, unknown>[]>;
  dispose(): Promise<void>;
}

function sqliteBench(): PrivacyBench {
  const folder = mkdtempSync(join(tmpdir(), "otai-privacy-"));
  const path = join(folder, "otai.db");
  const clock = createTestClock();
  const ids = createCountingIds();
  return {
    clock,
    open: (secretKeys) => openSqliteStore({ path, ids, clock, secretKeys }),
    bytes: async () => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name)))),
    async query(statement) {
      const database = new Database(path);
      const prepared = database.prepare(statement);
      const rows = prepared.reader ? (prepared.all() as Record<string, unknown>[]) : [];
      if (!prepared.reader) prepared.run();
      database.close();
      return rows;
    },
    dispose: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

function postgresBench(url: string): PrivacyBench {
  const clock = createTestClock();
  const ids = createCountingIds();
  async function query(statement: string): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<Record<string, unknown>>(statement);
    await client.end();
    return rows;
  }
  return {
    clock,
    open: (secretKeys) => openPostgresStore({ url, ids, clock, secretKeys }),
    async bytes() {
      const tables = await query("select tablename as name from pg_tables where schemaname = 'public'");
      const dumps: Buffer[] = [];
      for (const { name } of tables) {
        for (const row of await query(`select * from "${name}"`)) {
          for (const value of Object.values(row))
            dumps.push(Buffer.isBuffer(value) ? value : Buffer.from(`${value}\n`));
        }
      }
      return Buffer.concat(dumps);
    },
    query,
    dispose: () => emptyTables(url),
  };
}

/** The same tests on both engines. */
export async function onBothEngines(name: string, tests: (open: () => PrivacyBench) => void): Promise<void> {
  describe(`${name}: SQLite`, () => tests(sqliteBench));
  const postgres = await openTestPostgres();
  if ("missing" in postgres) {
    describe.skip(`${name}: PostgreSQL (${postgres.missing})`, () => {});
    return;
  }
  const url = await postgres.createDatabase();
  afterAll(() => postgres.stop());
  describe(`${name}: PostgreSQL`, () => tests(() => postgresBench(url)));
}
