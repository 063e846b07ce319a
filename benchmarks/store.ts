/**
 * How fast the two stores drain lanes, take events in and keep training examples, durable as in production.
 * Prints one JSON line per figure: `node benchmarks/store.ts [sqlite|postgres]`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "@otai/conformance/postgres/start-postgres";
import { createCountingIds } from "@otai/conformance/store/counting-ids";
import { allDone, sampleEvent, sampleExample } from "@otai/conformance/store/samples";
import type { Store } from "@otai/core/ports/store";
import { openPostgresStore } from "@otai/store/postgres-store";
import { openSqliteStore } from "@otai/store/sqlite-store";
import Database from "better-sqlite3";
import pg from "pg";

interface Bench {
  readonly engine: "sqlite" | "postgres";
  open(): Promise<Store>;
  run(statement: string): Promise<void>;
  close(): Promise<void>;
}

/** As in production, where ticket text is sealed. */
const secretKeys = { current: "a secret for figures only", previous: [] };
const lanes = 2000;
const idleLanes = 50_000;
const snoozedLanes = 50_000;
const workers = 8;
const examples = 3000;

async function openSqlite(): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), "otai-bench-"));
  const path = join(folder, "otai.db");
  const ids = createCountingIds();
  return {
    engine: "sqlite",
    open: () => openSqliteStore({ path, ids, secretKeys }),
    async run(statement) {
      const database = new Database(path);
      database.exec(statement);
      database.close();
    },
    close: async () => rmSync(folder, { recursive: true }),
  };
}

async function openPostgres(): Promise<Bench> {
  const server = await startPostgres({ fsync: true });
  const url = await server.createDatabase();
  const ids = createCountingIds();
  return {
    engine: "postgres",
    open: () => openPostgresStore({ url, ids, secretKeys }),
    async run(statement) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(statement);
      await client.query("analyze");
      await client.end();
    },
    close: () => server.stop(),
  };
}

function report(engine: string, metric: string, value: number, facts: Record<string, number> = {}): void {
  console.log(JSON.stringify({ bench: "store", engine, metric, value: Math.round(value), ...facts }));
}

/** @returns seconds */
async function time(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

async function addEvents(store: Store, name: string): Promise<void> {
  let next = 0;
  const add = async () => {
    for (let ticket = next++; ticket < lanes; ticket = next++) {
      await store.write((tx) => tx.inbox.add(sampleEvent(`${name} ${ticket}`, { key: `${name} ${ticket}` })));
    }
  };
  await Promise.all(Array.from({ length: workers }, add));
}

async function drain(store: Store): Promise<void> {
  const work = async (owner: string) => {
    const claim = () => store.write((tx) => tx.inbox.claim(owner, 60_000));
    for (let held = await claim(); held !== null; held = await claim()) {
      const own = held;
      await store.write((tx) => tx.inbox.finish(own, allDone(own)));
    }
  };
  await Promise.all(Array.from({ length: workers }, (_, index) => work(`worker-${index}`)));
}

/** Lanes that must not slow down the others: `due` is SQL for when they fall due. */
function addLanes(bench: Bench, name: string, count: number, due: string): Promise<void> {
  return bench.run(`insert into lane (key, connection_uid, ticket_id, class, due_at, fence)
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})
    select 'c-0/${name} ' || i, 'c-0', '${name} ' || i, 'live', ${due}, 1 from n`);
}

async function measure(bench: Bench): Promise<void> {
  const { engine } = bench;
  const store = await bench.open();
  await addEvents(store, "warm-up");
  await drain(store);

  report(engine, "events_per_second", lanes / (await time(() => addEvents(store, "alone"))));
  report(engine, "lanes_per_second", lanes / (await time(() => drain(store))), { idleLanes: 0 });

  await addLanes(bench, "idle", idleLanes, "cast(null as bigint)");
  await addEvents(store, "among idle");
  report(engine, "lanes_per_second", lanes / (await time(() => drain(store))), { idleLanes });

  await addLanes(bench, "snoozed", snoozedLanes, String(Date.now() + 3_600_000));
  await addEvents(store, "among snoozed");
  report(engine, "lanes_per_second", lanes / (await time(() => drain(store))), { idleLanes, snoozedLanes });

  const rows = Array.from({ length: examples }, (_, index) =>
    sampleExample(String(index), { body: "I ordered three and got two. ".repeat(30) }),
  );
  const stored = await time(() => store.write((tx) => tx.learning.putExamples(rows)));
  report(engine, "put_examples_ms", stored * 1000, { examples });
  await store.close();
}

const wanted = process.argv[2];
for (const [engine, open] of [
  ["sqlite", openSqlite],
  ["postgres", openPostgres],
] as const) {
  if (wanted !== undefined && wanted !== engine) continue;
  const bench = await open();
  try {
    await measure(bench);
  } finally {
    await bench.close();
  }
}
