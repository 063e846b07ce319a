import type { Clock, Ids } from "@otai/core/ports/surroundings";
import { openStore } from "@otai/store/open-store";
import type { OtaiStore } from "@otai/store/store-transaction";
import { createIds, systemClock } from "../app/surroundings.ts";
import type { LoadedConfig } from "../config/load-config.ts";

export interface Workplace {
  readonly loaded: LoadedConfig;
  readonly store: OtaiStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Opens the installation's store for one operation, beside a server that may be running, and closes it again. */
export async function withStore<T>(loaded: LoadedConfig, work: (workplace: Workplace) => Promise<T>): Promise<T> {
  const clock = systemClock;
  const ids = createIds(clock);
  const store = await openStore({ url: loaded.config.store.url, dataDir: loaded.environment.dataDir, ids });
  try {
    return await work({ loaded, store, clock, ids });
  } finally {
    await store.close();
  }
}
