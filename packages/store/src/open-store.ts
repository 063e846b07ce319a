import { join } from "node:path";
import type { Ids } from "@otai/core/ports/surroundings";
import { ConfigError } from "@otai/plugin-api/errors";
import { openPostgresStore } from "./postgres-store.ts";
import { openSqliteStore } from "./sqlite-store.ts";
import type { OtaiStore } from "./store-transaction.ts";

/** PostgreSQL where a URL is given, else SQLite in the data folder. */
export async function openStore(options: { url: string | null; dataDir: string; ids: Ids }): Promise<OtaiStore> {
  const { url, dataDir, ids } = options;
  if (url === null) return openSqliteStore({ path: join(dataDir, "otai.db"), ids });
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgresStore({ url, ids });
  throw new ConfigError(`the store's address must begin with postgres:// (leave it out for SQLite in the data folder)`);
}
