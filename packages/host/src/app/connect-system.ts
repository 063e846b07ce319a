import type { Connection } from "@otai/core/ports/connections";
import type { Store } from "@otai/core/ports/store";
import type { Clock, Ids } from "@otai/core/ports/surroundings";
import type { ConnectedSystem, WriteSchema } from "@otai/core/ports/ticket-systems";
import { ConfigError } from "@otai/plugin-api/errors";
import type { AccountIdentity, TicketSystem } from "@otai/plugin-api/ticket-system";

export interface ConnectOptions {
  /** Name in the configuration. */
  readonly name: string;
  readonly kind: string;
  /** Whose changes are our own, where the API does not tell. */
  readonly botUser: string | null;
  /** Watermark for a connection that is new; `null` means now. */
  readonly ingestFrom: number | null;
  readonly store: Store;
  readonly clock: Clock;
}

/** Fields and queues change rarely; a value that is refused makes them be read again anyway. */
const schemaAgeMs = 10 * 60 * 1000;

/** The uid under which a name is known, or a fresh one: the budget of a connection needs it before the first call. */
export async function connectionUid(store: Store, ids: Ids, name: string): Promise<string> {
  const known = await store.read((tx) => tx.connections.getByName(name));
  return known?.uid ?? ids.next("cn");
}

/**
 * Asks the account who it is and binds the name to it.
 * @throws ConfigError when another account answers behind a known name: its tickets have other ids.
 */
export async function connectSystem(
  uid: string,
  system: TicketSystem,
  options: ConnectOptions,
): Promise<ConnectedSystem> {
  const identity = await system.read.identify();
  const connection = await bindIdentity(uid, identity, options);
  return {
    uid: connection.uid,
    name: options.name,
    system,
    botUserId: options.botUser ?? identity.botUser?.id ?? null,
    ingestFrom: connection.ingestFrom,
    schema: createSchemaCache(system, options.clock),
  };
}

async function bindIdentity(uid: string, identity: AccountIdentity, options: ConnectOptions): Promise<Connection> {
  const { name, kind, store, clock } = options;
  return store.write(async (tx) => {
    const known = await tx.connections.getByName(name);
    if (known === null) {
      const connection = {
        uid,
        name,
        kind,
        accountFingerprint: identity.fingerprint,
        accountLabel: identity.label,
        // Helpdesks count whole seconds: what arrives within the first one must not look older than the start.
        ingestFrom: options.ingestFrom ?? Math.floor(clock.now() / 1000) * 1000,
      };
      await tx.connections.add(connection);
      return connection;
    }
    if (known.accountFingerprint !== identity.fingerprint) {
      throw new ConfigError(
        `ticket_systems.${name}: another account answers (${identity.label}) than the one known under this name (${known.accountLabel}). ` +
          `Tickets of both would be mixed up. Give it a new name, or accept it with: otai connections adopt ${name}`,
      );
    }
    return known;
  });
}

function createSchemaCache(system: TicketSystem, clock: Clock): ConnectedSystem["schema"] {
  let cached: { at: number; schema: Promise<WriteSchema> } | null = null;
  async function load(): Promise<WriteSchema> {
    const [queues, fields] = await Promise.all([system.read.listQueues?.() ?? [], system.read.listFields?.() ?? []]);
    return { queues, fields };
  }
  return (refresh = false) => {
    if (cached === null || refresh || clock.now() - cached.at > schemaAgeMs) {
      const fresh = { at: clock.now(), schema: load() };
      cached = fresh;
      fresh.schema.catch(() => {
        if (cached === fresh) cached = null;
      });
    }
    return cached.schema;
  };
}
