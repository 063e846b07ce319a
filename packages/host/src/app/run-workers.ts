import { workLanes } from "@otai/core/lanes/work-lanes";
import { runLane } from "@otai/core/runs/run-lane";
import { createWriteGate } from "@otai/core/writes/write-gate";
import { ConfigError } from "@otai/plugin-api/errors";
import type { OtaiStore } from "@otai/store/store-transaction";
import { createChannels } from "../alerts/create-channels.ts";
import { deliverAlerts } from "../alerts/deliver-alerts.ts";
import type { LoadedConfig } from "../config/load-config.ts";
import { keepLearning } from "../learning/keep-learning.ts";
import { keepPromises } from "../learning/keep-promises.ts";
import type { LearnInTurnOptions } from "../learning/learn-in-turn.ts";
import { keepRetention } from "../privacy/keep-retention.ts";
import { createCustomerIds } from "../services/customer-ids.ts";
import type { OpenServices } from "../services/open-services.ts";
import type { Champions } from "../triage/champions.ts";
import { createPolicies } from "./effective-policy.ts";
import { emptyOutbox } from "./empty-outbox.ts";
import { followAlerts } from "./follow-alerts.ts";
import { followChanges } from "./follow-changes.ts";
import { keepKnowledge } from "./keep-knowledge.ts";
import type { Surroundings } from "./open-connection.ts";
import { namedConnections, type Registry } from "./registry.ts";
import { systemRandom } from "./surroundings.ts";
import type { createWebhookTargets } from "./webhook-targets.ts";

export interface WorkerParts extends Surroundings {
  readonly loaded: LoadedConfig;
  readonly store: OtaiStore;
  readonly registry: Registry;
  readonly webhooks: ReturnType<typeof createWebhookTargets>;
  readonly services: OpenServices;
  readonly champions: Champions;
  readonly learning: LearnInTurnOptions;
  readonly secretKey: string;
}

/** Lanes side by side: enough to hide the helpdesk's latency, few enough for its limits. */
const lanesAtOnce = 8;
const laneLeaseMs = 30_000;
const reconcileMs = 300_000;
const hourMs = 60 * 60_000;

/** Everything that goes on by itself, until the signal ends it: lanes, polls, outboxes, articles, alerts, retention, learning. */
export async function runWorkers(parts: WorkerParts): Promise<void> {
  const { loaded, registry, webhooks, services, champions, learning, store, clock, ids, log, signal } = parts;
  const { config } = loaded;
  const connections = [...registry.values()];
  const owner = ids.next("w");
  const ports = lanePorts(parts);
  const isElsewhere = loaded.environment.serviceUrls.sentiment !== null;
  const syncHours = config.services.kb.sync_hours;
  const sync = { store, knowledgeBase: services.knowledgeBase, owner, intervalMs: syncHours * hourMs, signal, log };
  await Promise.all([
    workLanes({
      store,
      clock,
      random: systemRandom,
      log,
      owner,
      concurrency: lanesAtOnce,
      leaseMs: laneLeaseMs,
      run: (claim) => services.pipeline.run(ids.next("pl"), () => runLane(claim, ports)),
      signal,
    }),
    ...connections.map((connected) => emptyOutbox(connected, { store, clock, ids, log, signal })),
    ...(syncHours === 0 ? [] : connections.map((connected) => keepKnowledge(connected, sync))),
    followAlerts({ alerts: services.alerts, lookMs: isElsewhere ? 10_000 : 1_000, store, clock, log, signal }),
    deliverAlerts({
      channels: createChannels(config.services.sentiment.deliver, signal),
      store,
      clock,
      ids,
      log,
      signal,
    }),
    keepRetention({ store, clock, days: config.privacy.retention_days, owner, log, signal }),
    keepLearning(connections, { ...learning, champions, retrainAfter: config.learning.retrain_after, log }),
    keepPromises(connections, { policies: ports.policies, store, clock, ids, owner, log, signal }),
    ...connections.map((connected) => {
      const settings = loaded.ticketSystems.find((system) => system.name === connected.name)!.settings;
      const pollMs = settings.poll_seconds * 1000;
      const intervalMs = () =>
        webhooks.arrivedLately(connected.uid, clock.now()) ? Math.max(pollMs, reconcileMs) : pollMs;
      return followChanges(connected, { store, owner, log, signal, intervalMs });
    }),
  ]);
}

function lanePorts({ loaded, registry, services, store, clock, ids, log, secretKey }: WorkerParts) {
  const get = (uid: string) => registry.get(uid) ?? unknownConnection(uid);
  return {
    store,
    systems: { get },
    triage: services.triage,
    services: services.lifecycle,
    alerts: services.alerts,
    customerId: createCustomerIds({ secretKey, connections: namedConnections(registry, loaded) }),
    policies: createPolicies(loaded, store, (uid) => get(uid).name),
    gate: createWriteGate({ store }),
    clock,
    ids,
    log,
  };
}

function unknownConnection(uid: string): never {
  throw new ConfigError(
    `events wait for a connection (${uid}) that is not configured any more: put it back into ticket_systems`,
  );
}
