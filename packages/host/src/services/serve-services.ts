import type { Log } from "@otai/plugin-api/plugin";
import { openStore } from "@otai/store/open-store";
import { createChannels } from "../alerts/create-channels.ts";
import { deliverAlerts } from "../alerts/deliver-alerts.ts";
import { makeDataFolder } from "../app/data-folder.ts";
import { type Listening, listen } from "../app/listen.ts";
import { createIds, systemClock } from "../app/surroundings.ts";
import type { LoadedConfig } from "../config/load-config.ts";
import { isLoopback } from "../config/server-exposure.ts";
import { createServiceHttp } from "../http/service-http.ts";
import { createChampions } from "../triage/champions.ts";
import type { InProcessServices } from "./create-services.ts";
import { type OpenServices, openServices } from "./open-services.ts";
import { readSecretKeys } from "./secret-key.ts";
import { serveHealth } from "./serve-health.ts";
import type { ServedGroup, ServedName } from "./serve-plan.ts";
import { championsByName, openServedSystem } from "./serve-systems.ts";

export interface ServeOptions {
  readonly loaded: LoadedConfig;
  readonly servers: readonly ServedGroup[];
  readonly version: string;
  readonly log: Log;
}

export interface Served {
  readonly servers: readonly { readonly url: string; readonly services: readonly ServedName[] }[];
  /** Absolute. */
  readonly dataFolder: string;
  /** Answers what is under way and ends. */
  close(): Promise<void>;
}

/**
 * The services without the helpdesk side. Processes may share one data folder, also with `otai start`.
 * @throws ConfigError when a port is in use or the data folder cannot be written; nothing listens then.
 */
export async function serveServices({ loaded, servers, version, log }: ServeOptions): Promise<Served> {
  const { config, environment } = loaded;
  const clock = systemClock;
  const ids = createIds(clock);
  const dataFolder = makeDataFolder(environment.dataDir);
  const secretKeys = readSecretKeys(environment.secretKey, dataFolder);
  const store = await openStore({ url: config.store.url, dataDir: dataFolder, ids, secretKeys });
  const stop = new AbortController();
  const listening: Listening[] = [];
  let opened: OpenServices | null = null;
  let delivering: Promise<void> = Promise.resolve();

  async function close(): Promise<void> {
    await Promise.all(listening.map((server) => server.close()));
    stop.abort();
    await delivering;
    await opened?.settle().catch((error: unknown) => log.error({ err: error }, "not all searches could be logged"));
    await store.close();
  }

  try {
    const around = { store, clock, ids, log, signal: stop.signal };
    const systems = await Promise.all(loaded.ticketSystems.map((system) => openServedSystem(system, around)));
    const champions = championsByName(createChampions(store, clock), { systems, store });
    opened = await openServices({
      ...around,
      loaded,
      champions,
      connected: () => systems,
      secretKey: secretKeys.current,
    });
    const { offered, usage, pipeline } = opened;
    const { host, keys, cors } = config.server;
    for (const { services, port } of servers) {
      const http = createServiceHttp({
        ...around,
        version,
        keys,
        cors,
        loopback: isLoopback(host),
        services: pick(offered, services),
        usage,
        pipeline,
        health: () => serveHealth(services, { store, systems, log }),
      });
      listening.push(await listen(http.fetch, { host, port }));
    }
    if (servers.some(({ services }) => services.includes("sentiment"))) {
      const channels = createChannels(config.services.sentiment.deliver, stop.signal);
      delivering = deliverAlerts({ ...around, channels });
    }
    const addresses = servers.map(({ services }, index) => ({ url: listening[index]!.url, services }));
    return { servers: addresses, dataFolder, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function pick(offered: InProcessServices, names: readonly ServedName[]): Partial<InProcessServices> {
  return Object.fromEntries(names.map((name) => [name, offered[name]]));
}
