import type { Ids } from "@otai/core/ports/surroundings";
import type { Log } from "@otai/plugin-api/plugin";
import { openSqliteStore } from "@otai/store/sqlite-store";
import type { OtaiStore } from "@otai/store/store-transaction";
import { createHttp, type HttpOptions } from "../http/create-http.ts";
import { findPerson } from "../privacy/find-person.ts";

const secretKeys = { current: "a secret for tests only", previous: [] };

export interface HttpBench {
  readonly store: OtaiStore;
  /** Answers in this process. A path is asked for by localhost; a whole URL by its own host name. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** The messages of what was logged. */
  readonly logged: readonly string[];
}

/** The HTTP side of an installation over an empty store. */
export async function openHttpBench(options: Partial<HttpOptions> = {}): Promise<HttpBench> {
  const ids = createIds();
  const store = options.store ?? (await openSqliteStore({ path: ":memory:", ids }));
  const logged: string[] = [];
  const entry = (_: object, message: string) => void logged.push(message);
  const log: Log = { debug: entry, info: entry, warn: entry, error: entry };
  const app = createHttp({
    store,
    ids,
    log,
    clock: { now: () => Date.UTC(2026, 10, 20, 12) },
    version: "1.2.3",
    keys: [],
    cors: [],
    loopback: true,
    services: {},
    webhooks: () => [],
    articleSources: () => [],
    findPerson: (requester, ticketSystem) =>
      findPerson({ requester, ticketSystem, connections: [], store, secretKeys, ticketsLookedAt: 0 }),
    notReady: () => [],
    ...options,
  });
  return { store, logged, ask: async (path, init) => app.request(new URL(path, "http://localhost:8080").href, init) };
}

function createIds(): Ids {
  let given = 0;
  return {
    next(prefix) {
      given += 1;
      return `${prefix}-${String(given).padStart(4, "0")}`;
    },
  };
}
