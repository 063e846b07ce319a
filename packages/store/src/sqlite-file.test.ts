import { fork } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { createCountingIds } from "@otai/conformance/store/counting-ids";
import { ConfigError } from "@otai/plugin-api/errors";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sqliteEngine } from "./engine.ts";
import { migrations } from "./migrations.ts";
import { openStore } from "./open-store.ts";
import { openSqliteFile } from "./sqlite-file.ts";
import { createSqliteStore, openSqliteStore } from "./sqlite-store.ts";

const ids = createCountingIds();
const secretKeys = { current: "a secret for tests only", previous: [] };
const writer = fileURLToPath(new URL("./testing/count-up.ts", import.meta.url));

describe("the SQLite file", () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "otai-store-"));
    path = join(folder, "otai.db");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("R09: what was answered is on disk: WAL with synchronous=FULL", async () => {
    const database = openSqliteFile(path);
    expect(database.pragma("journal_mode", { simple: true })).toBe("wal");
    expect(database.pragma("synchronous", { simple: true })).toBe(2);
    database.close();
  });

  it("R09: two processes write 300 transactions each into a new file, and none is lost", async () => {
    const processes = [1, 2].map(() => fork(writer, [path, "300"], { execArgv: [] }));
    expect(await Promise.all(processes.map(async (child) => (await once(child, "exit"))[0]))).toEqual([0, 0]);
    const store = await openSqliteStore({ path, ids });
    expect(await store.read((tx) => tx.budgets.get("c-1", "count"))).toMatchObject({ remaining: 600 });
    await store.close();
  });

  it("R09: a new file is opened by all who open it at the same moment", async () => {
    const opener = new URL("./testing/open-file.ts", import.meta.url);
    const threads = [1, 2, 3].map(() => new Worker(opener, { execArgv: [] }));
    try {
      for (let round = 0; round < 200; round += 1) {
        const answers = threads.map(async (thread) => (await once(thread, "message"))[0]);
        for (const thread of threads) thread.postMessage(join(folder, `${round}.db`));
        expect(await Promise.all(answers)).toEqual([null, null, null]);
      }
    } finally {
      await Promise.all(threads.map((thread) => thread.terminate()));
    }
  });

  it("creates the data folder, and opens what it created as often as wanted", async () => {
    const dataDir = join(folder, "new", "data");
    for (const paused of [false, true]) {
      const store = await openStore({ url: null, dataDir, ids, secretKeys });
      expect(await store.read((tx) => tx.settings.isPaused())).toBe(paused);
      await store.write((tx) => tx.settings.setPaused(true));
      await store.close();
    }
  });

  it("refuses a folder that cannot be, naming it and how to give another", async () => {
    writeFileSync(path, "");
    const opening = openSqliteStore({ path: join(path, "data", "otai.db"), ids });
    await expect(opening).rejects.toBeInstanceOf(ConfigError);
    await expect(opening).rejects.toThrow(/data[/\\]otai\.db.*OTAI_DATA_DIR/s);
  });

  it("refuses a folder that this user may not write", async ({ skip }) => {
    skip(process.getuid?.() === 0, "root may write everywhere");
    chmodSync(folder, 0o500);
    await expect(openSqliteStore({ path, ids })).rejects.toBeInstanceOf(ConfigError);
    chmodSync(folder, 0o700);
  });

  it("refuses a file that is no database", async () => {
    writeFileSync(path, "this is a letter, not a database. ".repeat(100));
    await expect(openSqliteStore({ path, ids })).rejects.toBeInstanceOf(ConfigError);
  });

  it("refuses a database of a newer version and leaves it alone", async () => {
    await (await openSqliteStore({ path, ids })).close();
    const database = new Database(path);
    database.prepare("update format_version set version = ?").run(migrations.length + 1);
    await expect(openSqliteStore({ path, ids })).rejects.toThrow(/start a newer otai/);
    expect(database.prepare("select version from format_version").get()).toEqual({ version: migrations.length + 1 });
    database.close();
  });

  it("rows of the first format are read after the update, as of a helpdesk that nobody noted", async () => {
    const database = new Database(path);
    for (const statement of migrations[0]!(sqliteEngine)) database.exec(statement);
    database.exec("create table format_version (version integer not null); insert into format_version values (1)");
    database.exec(
      `insert into kb_query values ('q-1', 5, 'csv', null, 'agent', '42', null, null, 0, 'low_score', null)`,
    );
    database.close();
    const store = await openSqliteStore({ path, ids });
    const [miss] = await store.read((tx) => tx.knowledgeQueries.listMisses(0, 5));
    expect(miss).toMatchObject({ ticketId: "42", connection: null });
    const kim = {
      identities: [],
      customerIds: [],
      places: [{ connectionUid: "c-1", connection: "desk", senders: [] }],
    };
    const person = { ...kim, places: kim.places.map((place) => ({ ...place, ticketIds: ["42"] })) };
    expect((await store.write((tx) => tx.privacy.erase(person))).removed.searches).toBe(1);
    await store.close();
  });

  it("R09: a full disk fails the unit of work with its reason, and the store goes on when there is room", async () => {
    const database = openSqliteFile(path);
    const store = await createSqliteStore(database, { ids });
    const pages = database.pragma("page_count", { simple: true }) as number;
    database.pragma(`max_page_count = ${pages + 2}`);
    const work = store.write((tx) =>
      tx.audit.add({ id: "au-1", at: 1, actor: "a", action: "b", subject: "x".repeat(100_000), details: {} }),
    );
    await expect(work).rejects.toMatchObject({ code: "SQLITE_FULL" });
    database.pragma("max_page_count = 1000000");
    await store.write((tx) => tx.settings.setPaused(true));
    expect(await store.read((tx) => tx.audit.list(1, null))).toEqual({ items: [], nextCursor: null });
    await store.close();
  });

  it("an address that is neither is refused", async () => {
    await expect(openStore({ url: "mysql://db.example", dataDir: folder, ids, secretKeys })).rejects.toBeInstanceOf(
      ConfigError,
    );
  });
});
