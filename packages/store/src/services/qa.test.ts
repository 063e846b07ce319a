import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openTestPostgres } from "@otai/conformance/postgres/test-postgres";
import { createCountingIds } from "@otai/conformance/store/counting-ids";
import { afterAll, describe } from "vitest";
import { openPostgresStore } from "../postgres-store.ts";
import { openSqliteStore } from "../sqlite-store.ts";
import { emptyTables } from "../testing/empty-tables.ts";
import { qaSuite } from "../testing/qa-suite.ts";

const secretKeys = { current: "a secret for tests only", previous: [] };

qaSuite("SQLite", async () => {
  const folder = mkdtempSync(join(tmpdir(), "otai-qa-"));
  const ids = createCountingIds();
  return {
    open: () => openSqliteStore({ path: join(folder, "otai.db"), ids, secretKeys }),
    dispose: async () => rmSync(folder, { recursive: true, force: true }),
  };
});

const postgres = await openTestPostgres();
if ("missing" in postgres) describe.skip(`QA repositories: PostgreSQL (${postgres.missing})`, () => {});
else {
  const url = await postgres.createDatabase();
  afterAll(() => postgres.stop());
  qaSuite("PostgreSQL", async () => {
    const ids = createCountingIds();
    return { open: () => openPostgresStore({ url, ids, secretKeys }), dispose: () => emptyTables(url) };
  });
}
