import { openTestPostgres } from "@otai/conformance/postgres/test-postgres";
import { afterAll, describe } from "vitest";
import { openPostgresStore } from "../postgres-store.ts";
import { openSqliteStore } from "../sqlite-store.ts";
import { emptyTables } from "../testing/empty-tables.ts";
import { triageSuite } from "./testing/triage-suite.ts";

triageSuite("SQLite", async (ids) => {
  const store = await openSqliteStore({ path: ":memory:", ids });
  return { store, dispose: () => store.close() };
});

const postgres = await openTestPostgres();
if ("missing" in postgres) describe.skip(`Triage repositories: PostgreSQL (${postgres.missing})`, () => {});
else {
  const url = await postgres.createDatabase();
  afterAll(() => postgres.stop());
  triageSuite("PostgreSQL", async (ids) => {
    const store = await openPostgresStore({ url, ids });
    return {
      store,
      async dispose() {
        await store.close();
        await emptyTables(url);
      },
    };
  });
}
