import type { Clock, Ids } from "@otai/core/ports/surroundings";
import { openStore } from "@otai/store/open-store";
import type { SecretKeys } from "@otai/store/sealer";
import type { OtaiStore } from "@otai/store/store-transaction";
import { createIds, systemClock } from "../app/surroundings.ts";
import type { LoadedConfig } from "../config/load-config.ts";
import { readSecretKeys } from "../services/secret-key.ts";

export interface Workplace {
  readonly loaded: LoadedConfig;
  readonly store: OtaiStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly secretKeys: SecretKeys;
}

/** Opens the installation's store for one operation, beside a server that may be running, and closes it again. */
export async function withStore<T>(loaded: LoadedConfig, work: (workplace: Workplace) => Promise<T>): Promise<T> {
  const clock = systemClock;
  const ids = createIds(clock);
  const { dataDir, secretKey } = loaded.environment;
  const secretKeys = readSecretKeys(secretKey, dataDir);
  const store = await openStore({ url: loaded.config.store.url, dataDir, ids, secretKeys });
  try {
    return await work({ loaded, store, clock, ids, secretKeys });
  } finally {
    await store.close();
  }
}
