import { openTestPostgres } from "@otai/conformance/postgres/test-postgres";
import { createCountingIds } from "@otai/conformance/store/counting-ids";
import { storeSuite } from "@otai/conformance/store/store-suite";
import { afterAll, describe } from "vitest";
import { openPostgresStore } from "./postgres-store.ts";
import { emptyTables } from "./testing/empty-tables.ts";

const secretKeys = { current: "a secret for tests only", previous: [] };
const postgres = await openTestPostgres();
if ("missing" in postgres) describe.skip(`store: PostgreSQL (${postgres.missing})`, () => {});
else {
  const url = await postgres.createDatabase();
  afterAll(() => postgres.stop());
  storeSuite("PostgreSQL", async () => {
    const ids = createCountingIds();
    return {
      open: ({ clock }) => openPostgresStore({ url, ids, clock, secretKeys }),
      dispose: () => emptyTables(url),
    };
  });
}
