import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import type { Log } from "@otai/plugin-api/plugin";
import { openStore } from "@otai/store/open-store";
import type { OtaiStore } from "@otai/store/store-transaction";
import type { LoadedConfig } from "../config/load-config.ts";
import { isLoopback } from "../config/server-exposure.ts";
import { createHttp } from "../http/create-http.ts";
import { createLearner, firstStart } from "../learning/create-learner.ts";
import { learnFirstModel } from "../learning/learn-first-model.ts";
import { type LearningStep, leastExamples } from "../learning/learn-from-history.ts";
import type { LearningTurn } from "../learning/learn-in-turn.ts";
import { findPerson } from "../privacy/find-person.ts";
import { type OpenServices, openServices } from "../services/open-services.ts";
import { readSecretKeys } from "../services/secret-key.ts";
import { createChampions } from "../triage/champions.ts";
import { claimDataFolder } from "./data-folder.ts";
import { type Listening, listen } from "./listen.ts";
import { openConnection, patiently } from "./open-connection.ts";
import { articleSources, namedConnections } from "./registry.ts";
import { runWorkers } from "./run-workers.ts";
import { createIds, systemClock } from "./surroundings.ts";
import { createWebhookTargets } from "./webhook-targets.ts";

export interface AppOptions {
  readonly loaded: LoadedConfig;
  readonly version: string;
  readonly role: "all" | "server" | "worker";
  readonly log: Log;
  /** Progress of reading history and training, at the first start. */
  readonly onLearning?: (step: LearningStep) => void;
}

export interface App {
  /** `null` for a worker without a server. */
  readonly url: string | null;
  readonly store: OtaiStore;
  readonly connected: readonly ConnectedSystem[];
  /** Resolves when history was learned from and lanes are drained; rejects when that failed. */
  readonly working: Promise<void>;
  /** Finishes what is in hand (≤ 30 s) and ends. */
  close(): Promise<void>;
}

const longestGoodbyeMs = 30_000;
/** While somebody waits for the answer; `otai erase` looks through more. */
const ticketsLookedAtPerCall = 500;

/** Wires everything for one configuration. @throws typed errors that say what a person has to mend. */
export async function createApp(options: AppOptions): Promise<App> {
  const { loaded, log, role } = options;
  const { config, environment } = loaded;
  const clock = systemClock;
  const ids = createIds(clock);
  const folder = claimDataFolder(environment.dataDir, process.pid);
  const secretKeys = readSecretKeys(environment.secretKey, folder.path);
  const secretKey = secretKeys.current;
  const store = await openStore({ url: config.store.url, dataDir: folder.path, ids, secretKeys });
  const stop = new AbortController();
  const around = { store, clock, ids, log, signal: stop.signal };
  const champions = createChampions(store, clock);
  const registry = new Map<string, ConnectedSystem>();
  const learner = createLearner({ loaded, store, clock, ids, log, onStep: options.onLearning ?? (() => {}) });
  const learning = {
    ...{ store, clock, signal: stop.signal, owner: ids.next("w"), retrain: config.learning.retrain },
    learn(connected: ConnectedSystem, turn: LearningTurn) {
      const configured = loaded.ticketSystems.find((system) => system.name === connected.name)!;
      return learner(patiently(connected, configured, around), turn);
    },
  };
  const webhooks = createWebhookTargets(loaded);
  let listening: Listening | null = null;
  let services: OpenServices | null = null;
  let learned = false;

  async function close(): Promise<void> {
    stop.abort();
    await listening?.close();
    await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, longestGoodbyeMs).unref())]);
    await services?.settle().catch((error: unknown) => log.error({ err: error }, "not all searches could be logged"));
    await store.close();
    folder.release();
  }

  async function connectAll(): Promise<void> {
    for (const configured of loaded.ticketSystems) {
      const connected = await openConnection(configured, around);
      registry.set(connected.uid, connected);
      webhooks.add(configured, connected);
      const ingestFrom = new Date(connected.ingestFrom).toISOString();
      log.info({ connection: connected.name, ingestFrom }, "connected");
    }
  }

  /** At the first start; what fails is told and tried again every hour, while tickets are left alone with the reason. */
  async function learnFirst(connected: ConnectedSystem): Promise<void> {
    try {
      await learnFirstModel(connected, firstStart, { ...learning, log });
    } catch (error) {
      if (stop.signal.aborted) return;
      log.error(
        { connection: connected.name, err: error },
        "learning from history failed; nothing is automated until it works",
      );
      options.onLearning?.({ step: "failed", connection: connected.name, reason: (error as Error).message });
    }
  }

  async function work(services: OpenServices): Promise<void> {
    for (const connected of registry.values()) {
      if ((await champions.get(connected.uid)) !== null) continue;
      await learnFirst(connected);
    }
    learned = true;
    await runWorkers({ ...around, loaded, registry, webhooks, services, champions, learning, secretKey });
  }

  let settled: Promise<unknown> = Promise.resolve();
  try {
    await connectAll();
    const connected = () => [...registry.values()];
    services = await openServices({ ...around, loaded, champions, connected, secretKey });
    if (role !== "worker") {
      const { host, port, keys, cors } = config.server;
      const http = createHttp({
        store,
        clock,
        ids,
        log,
        version: options.version,
        keys,
        cors,
        loopback: isLoopback(host),
        services: services.offered,
        usage: services.usage,
        pipeline: services.pipeline,
        webhooks: webhooks.list,
        findPerson: (requester, ticketSystem) =>
          findPerson({
            requester,
            ticketSystem,
            connections: namedConnections(registry, loaded).map((named) => ({
              ...named,
              reader: registry.get(named.uid)!.system.read,
            })),
            store,
            secretKeys,
            ticketsLookedAt: ticketsLookedAtPerCall,
          }),
        articleSources: () => articleSources(registry, loaded),
        notReady: () =>
          role === "server" || learned
            ? []
            : [`reading history and training (from ${leastExamples} solved tickets on)`],
      });
      listening = await listen(http.fetch, { host, port });
    }
    const working = role === "server" ? new Promise<void>(() => {}) : work(services);
    settled = role === "server" ? Promise.resolve() : working.catch(() => {});
    return { url: listening?.url ?? null, store, connected: [...registry.values()], working, close };
  } catch (error) {
    await close();
    throw error;
  }
}
