import { openTestPostgres } from "@otai/conformance/postgres/test-postgres";
import { afterAll, describe } from "vitest";
import { openPostgresStore } from "../postgres-store.ts";
import { openSqliteStore } from "../sqlite-store.ts";
import { emptyTables } from "../testing/empty-tables.ts";
import { alertDeliveriesSuite } from "./testing/alert-deliveries-suite.ts";
import { sentimentSuite } from "./testing/sentiment-suite.ts";

const secretKeys = { current: "a secret for tests only", previous: [] };

for (const suite of [sentimentSuite, alertDeliveriesSuite]) {
  suite("SQLite", async (ids) => {
    const store = await openSqliteStore({ path: ":memory:", ids, secretKeys });
    return { store, dispose: () => store.close() };
  });
}

const postgres = await openTestPostgres();
if ("missing" in postgres) describe.skip(`Sentiment repositories: PostgreSQL (${postgres.missing})`, () => {});
else {
  const url = await postgres.createDatabase();
  afterAll(() => postgres.stop());
  for (const suite of [sentimentSuite, alertDeliveriesSuite]) {
    suite("PostgreSQL", async (ids) => {
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
}
