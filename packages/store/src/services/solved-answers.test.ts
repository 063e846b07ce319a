import { openTestPostgres } from "@otai/conformance/postgres/test-postgres";
import { afterAll, describe } from "vitest";
import { openPostgresStore } from "../postgres-store.ts";
import { openSqliteStore } from "../sqlite-store.ts";
import { emptyTables } from "../testing/empty-tables.ts";
import { solvedAnswersSuite } from "./testing/solved-answers-suite.ts";

const secretKeys = { current: "a secret for tests only", previous: [] };

solvedAnswersSuite("SQLite", async (ids) => {
  const store = await openSqliteStore({ path: ":memory:", ids, secretKeys });
  return { store, dispose: () => store.close() };
});

const postgres = await openTestPostgres();
if ("missing" in postgres) describe.skip(`answers to solved tickets: PostgreSQL (${postgres.missing})`, () => {});
else {
  const url = await postgres.createDatabase();
  afterAll(() => postgres.stop());
  solvedAnswersSuite("PostgreSQL", async (ids) => {
    const store = await openPostgresStore({ url, ids, secretKeys });
    return {
      store,
      async dispose() {
        await store.close();
        await emptyTables(url);
      },
    };
  });
}
