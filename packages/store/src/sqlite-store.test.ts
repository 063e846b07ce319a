import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCountingIds } from "@otai/conformance/store/counting-ids";
import { storeSuite } from "@otai/conformance/store/store-suite";
import { openSqliteStore } from "./sqlite-store.ts";

const secretKeys = { current: "a secret for tests only", previous: [] };

storeSuite("SQLite", async () => {
  const folder = mkdtempSync(join(tmpdir(), "otai-store-"));
  const ids = createCountingIds();
  return {
    open: ({ clock }) => openSqliteStore({ path: join(folder, "otai.db"), ids, clock, secretKeys }),
    dispose: async () => rmSync(folder, { recursive: true, force: true }),
  };
});
