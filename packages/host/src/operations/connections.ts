import type { Connection } from "@otai/core/ports/connections";
import { ConfigError } from "@otai/plugin-api/errors";
import type { Log } from "@otai/plugin-api/plugin";
import { connect } from "../plugins/connect.ts";
import { unlimitedBudget } from "../plugins/unlimited-budget.ts";
import type { Workplace } from "./with-store.ts";

export async function listConnections({ store }: Workplace): Promise<readonly Connection[]> {
  return store.read((tx) => tx.connections.list());
}

/**
 * Accepts the account that answers now behind a known name. What was learned and decided stays under the same connection.
 * @throws ConfigError when the name is unknown.
 */
export async function adoptConnection(
  { loaded, store, clock, ids }: Workplace,
  { name, by, log }: { name: string; by: string; log: Log },
): Promise<{ from: string; to: string }> {
  const system = loaded.ticketSystems.find((candidate) => candidate.name === name);
  if (system === undefined) throw new ConfigError(`there is no ticket system "${name}" in ${loaded.file}`);
  const stop = new AbortController();
  try {
    const { read } = connect(system, { budget: unlimitedBudget, clock, log, signal: stop.signal });
    const identity = await read.identify();
    return await store.write(async (tx) => {
      const known = await tx.connections.getByName(name);
      if (known === null) throw new ConfigError(`${name} was never connected: there is nothing to adopt, start otai`);
      await tx.connections.adopt(known.uid, identity.fingerprint, identity.label);
      const details = { from: known.accountLabel, to: identity.label };
      await tx.audit.add({
        id: ids.next("au"),
        at: clock.now(),
        actor: by,
        action: "adopt-connection",
        subject: name,
        details,
      });
      return details;
    });
  } finally {
    stop.abort();
  }
}
