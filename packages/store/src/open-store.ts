import { join } from "node:path";
import type { Ids } from "@otai/core/ports/surroundings";
import { ConfigError } from "@otai/plugin-api/errors";
import { openPostgresStore } from "./postgres-store.ts";
import type { SecretKeys } from "./sealer.ts";
import { openSqliteStore } from "./sqlite-store.ts";
import type { OtaiStore } from "./store-transaction.ts";

export interface StoreOptions {
  /** `null` for SQLite in the data folder. */
  readonly url: string | null;
  readonly dataDir: string;
  readonly ids: Ids;
  readonly secretKeys: SecretKeys;
}

/** PostgreSQL where a URL is given, else SQLite in the data folder. @throws ConfigError, also when the secret key is a wrong one. */
export async function openStore({ url, dataDir, ids, secretKeys }: StoreOptions): Promise<OtaiStore> {
  if (url === null) return openSqliteStore({ path: join(dataDir, "otai.db"), ids, secretKeys });
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgresStore({ url, ids, secretKeys });
  throw new ConfigError(`the store's address must begin with postgres:// (leave it out for SQLite in the data folder)`);
}
