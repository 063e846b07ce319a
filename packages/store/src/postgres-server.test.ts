import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { openTestPostgres, type TestPostgres } from "@otai/conformance/postgres/test-postgres";
import { createCountingIds } from "@otai/conformance/store/counting-ids";
import type { Store } from "@otai/core/ports/store";
import { ConfigError } from "@otai/plugin-api/errors";
import pg from "pg";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { migrations } from "./migrations.ts";
import { openPostgresStore } from "./postgres-store.ts";

const postgres = await openTestPostgres();
if ("missing" in postgres) describe.skip(`the PostgreSQL server (${postgres.missing})`, () => {});
else serverTests(postgres);

const opener = fileURLToPath(new URL("./testing/open-postgres.ts", import.meta.url));

function serverTests(server: TestPostgres): void {
  const ids = createCountingIds();
  let url: string;
  let opened: Store[];

  async function open(): Promise<Store> {
    const store = await openPostgresStore({ url, ids, connections: 4 });
    opened.push(store);
    return store;
  }
  async function query<T extends pg.QueryResultRow>(text: string): Promise<T[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<T>(text);
    await client.end();
    return rows;
  }
  const add = (store: Store, ticketId: string) =>
    store.write((tx) =>
      tx.inbox.add({
        connectionUid: "c-1",
        ticketId,
        kind: "ticket-created",
        key: ticketId,
        source: "webhook",
        occurredAt: 0,
        laneClass: "live",
      }),
    );

  describe("the PostgreSQL server", () => {
    beforeEach(async () => {
      url = await server.createDatabase();
      opened = [];
    });
    afterEach(async () => {
      for (const store of opened) await store.close();
    });
    afterAll(() => server.stop());

    it("the doorbell rings at the other stores of the database", async () => {
      const [here, there] = [await open(), await open()];
      await hears(there, here);
      await hears(here, there);

      /** A bell may be missed while its connection is being made, so the adding goes on until it is heard. */
      async function hears(listener: Store, adder: Store): Promise<void> {
        let heard = 0;
        const stop = listener.onDoorbell(() => {
          heard += 1;
        });
        // Whoever begins to listen may be told once to look, which is no bell.
        while (heard < 2) {
          await add(adder, ids.next("t"));
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
        stop();
      }
    });

    it("R09: killed connections are replaced: what was under way fails, what comes next does not", async () => {
      const store = await open();
      const inside = Promise.withResolvers<void>();
      const killed = Promise.withResolvers<void>();
      const work = store.write(async (tx) => {
        await tx.settings.setPaused(true);
        inside.resolve();
        await killed.promise;
        await tx.settings.isPaused();
      });
      await inside.promise;
      await Promise.all([add(store, "1"), add(store, "2"), add(store, "3")]);
      await query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
      );
      killed.resolve();
      await expect(work).rejects.toThrow();
      expect(await store.read((tx) => tx.settings.isPaused())).toBe(false);
      await Promise.all(["4", "5", "6", "7"].map((ticket) => add(store, ticket)));
      expect(await store.read((tx) => tx.inbox.counts())).toMatchObject({ open: 7 });
    });

    it("the doorbell comes back after its connection was killed", async () => {
      const store = await open();
      let rings = 0;
      const stop = store.onDoorbell(() => {
        rings += 1;
      });
      while (rings === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      await query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
      );
      rings = 0;
      // Rings once by itself when it listens again.
      while (rings === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      stop();
      expect(rings).toBe(1);
    });

    it("R09: a restart of the server is survived, with nothing lost", async ({ skip }) => {
      skip(server.restart === null, "the server that is there must not be restarted");
      const store = await open();
      const stop = store.onDoorbell(() => {});
      await add(store, "1");
      const claim = (await store.write((tx) => tx.inbox.claim("w-1", 60_000)))!;
      await server.restart!("stop");
      await add(store, "2");
      await server.restart!("crash");
      await store.write((tx) => tx.inbox.finish(claim, { done: [claim.events[0]!.id], dead: [], snooze: null }));
      expect(await store.read((tx) => tx.inbox.counts())).toMatchObject({ open: 1, done: 1 });
      stop();
    });

    it("an address that does not answer is a ConfigError that says where, without the password", async () => {
      const opening = openPostgresStore({ url: "postgres://otai:s3cr3t%40@127.0.0.1:1/otai", ids });
      await expect(opening).rejects.toBeInstanceOf(ConfigError);
      await expect(opening).rejects.toThrow(/postgres:\/\/otai:\*\*\*@127\.0\.0\.1:1\/otai/);
      await expect(opening).rejects.not.toThrow(/s3cr3t/);
    });

    it("a refused login is a ConfigError without the password, wherever the address holds it", async () => {
      const wrong = new URL(url);
      wrong.password = "s3cr3t";
      const opening = openPostgresStore({ url: wrong.href, ids });
      await expect(opening).rejects.toBeInstanceOf(ConfigError);
      await expect(opening).rejects.not.toThrow(/s3cr3t/);
      wrong.password = "";
      const inQuery = openPostgresStore({ url: `${wrong.href}?password=s3cr3t`, ids });
      await expect(inQuery).rejects.toBeInstanceOf(ConfigError);
      await expect(inQuery).rejects.not.toThrow(/s3cr3t/);
      await expect(openPostgresStore({ url: "postgres://otai:s3cr3t@[", ids })).rejects.not.toThrow(/s3cr3t/);
    });

    it("two processes that open a new database at once migrate it once", async () => {
      const processes = [1, 2].map(() => fork(opener, [url], { execArgv: [] }));
      expect(await Promise.all(processes.map(async (child) => (await once(child, "exit"))[0]))).toEqual([0, 0]);
      expect(await query("select version from format_version")).toEqual([{ version: migrations.length }]);
    });

    it("a database of a newer version is refused and left alone", async () => {
      await open();
      await query(`update format_version set version = ${migrations.length + 1}`);
      await expect(openPostgresStore({ url, ids })).rejects.toThrow(/start a newer otai/);
      expect(await query("select version from format_version")).toEqual([{ version: migrations.length + 1 }]);
    });
  });
}
