import { setTimeout as sleep } from "node:timers/promises";
import { pollChanges } from "@otai/core/ingest/poll-changes";
import type { Store } from "@otai/core/ports/store";
import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import type { Log } from "@otai/plugin-api/plugin";

export interface FollowOptions {
  readonly store: Store;
  readonly owner: string;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Pause between two looks, in ms; asked each time, since it grows once webhooks arrive. */
  readonly intervalMs: () => number;
}

const leaseMs = 30_000;
/** How often it is looked whether it is our turn: another worker may have died in the middle of its own. */
const turnMs = 2_000;

/** Polls one connection for as long as the process lives. Faults wait for the next turn; nothing is lost by them. */
export async function followChanges(connected: ConnectedSystem, options: FollowOptions): Promise<void> {
  const { store, owner, log, signal } = options;
  await store.write((tx) => tx.pollers.wake(connected.uid));
  while (!signal.aborted) {
    const intervalMs = options.intervalMs();
    try {
      const result = await pollChanges(connected, { store, owner, intervalMs, leaseMs });
      if (result !== null && result.added > 0) log.debug({ connection: connected.name, ...result }, "changes found");
    } catch (error) {
      if (signal.aborted) break;
      log.warn({ connection: connected.name, reason: (error as Error).message }, "the change feed could not be read");
    }
    await sleep(Math.min(intervalMs, turnMs), undefined, { signal }).catch(() => {});
  }
}
