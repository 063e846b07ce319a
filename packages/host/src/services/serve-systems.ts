import { setTimeout as sleep } from "node:timers/promises";
import type { ConnectedSystem, WriteSchema } from "@otai/core/ports/ticket-systems";
import { ConfigError } from "@otai/plugin-api/errors";
import type { TicketSystem } from "@otai/plugin-api/ticket-system";
import { connectionUid } from "../app/connect-system.ts";
import { accountOf, type Surroundings } from "../app/open-connection.ts";
import type { LoadedTicketSystem } from "../config/load-config.ts";
import { connect } from "../plugins/connect.ts";
import type { Champions } from "../triage/champions.ts";

/** No caller of a service waits longer for a helpdesk; what it answers later serves the next one. */
const patienceMs = 2_000;
const askAgainMs = 30_000;
const schemaAgeMs = 10 * 60_000;
const nothing: WriteSchema = { queues: [], fields: [] };

export type Reached = "not asked yet" | "ok" | "unreachable";

/** A configured ticket system that is asked for its groups when a service first needs them, and never holds a service up. */
export interface ServedSystem extends ConnectedSystem {
  reached(): Reached;
}

/**
 * A connection of this installation, or one that nobody started yet: only `otai start` binds a name to an account, so that a service
 * sets no watermark. Nothing goes over the network yet.
 */
export async function openServedSystem(configured: LoadedTicketSystem, around: Surroundings): Promise<ServedSystem> {
  const { name } = configured;
  const { store, ids, clock, log, signal } = around;
  const uid = await connectionUid(store, ids, name);
  const system = connect(configured, { ...accountOf(uid, around), clock, log, signal });
  let reached: Reached = "not asked yet";
  let held: { readonly at: number; readonly schema: WriteSchema } | null = null;
  let loading: Promise<void> | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;

  async function load(): Promise<void> {
    try {
      await checkAccount(name, system, around);
      held = { at: clock.now(), schema: { queues: (await system.read.listQueues?.()) ?? [], fields: [] } };
      reached = "ok";
    } catch (error) {
      reached = "unreachable";
      if (!signal.aborted)
        log.warn({ connection: name, err: error }, "the ticket system cannot be asked for its groups");
    } finally {
      loading = null;
    }
  }

  async function schema(): Promise<WriteSchema> {
    const now = clock.now();
    const stale = held === null || now - held.at > schemaAgeMs;
    if (stale && loading === null && now - askedAt > askAgainMs) {
      askedAt = now;
      loading = load();
    }
    if (held === null && loading !== null) await Promise.race([loading, sleep(patienceMs, undefined, { ref: false })]);
    return held?.schema ?? nothing;
  }

  return { uid, name, system, botUserId: null, ingestFrom: 0, schema, reached: () => reached };
}

/** @throws ConfigError: the groups of another account have other ids. */
async function checkAccount(name: string, system: TicketSystem, { store }: Surroundings): Promise<void> {
  const { fingerprint, label } = await system.read.identify();
  const known = await store.read((tx) => tx.connections.getByName(name));
  if (known === null || known.accountFingerprint === fingerprint) return;
  throw new ConfigError(
    `ticket_systems.${name}: another account answers (${label}) than the one known under this name (${known.accountLabel})`,
  );
}

/** The champion of what `otai start` bound to the name meanwhile, for a service that began before it. */
export function championsByName(
  champions: Champions,
  { systems, store }: { systems: readonly ServedSystem[]; store: Surroundings["store"] },
): Champions {
  return {
    async get(uid) {
      const serving = await champions.get(uid);
      if (serving !== null) return serving;
      const name = systems.find((system) => system.uid === uid)?.name;
      const bound = name === undefined ? null : await store.read((tx) => tx.connections.getByName(name));
      return bound === null || bound.uid === uid ? null : champions.get(bound.uid);
    },
  };
}
