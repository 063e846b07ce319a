import { setTimeout as sleep } from "node:timers/promises";
import type { Policies } from "@otai/core/policy/policy";
import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import type { Log } from "@otai/plugin-api/plugin";
import { type DemoteOptions, demote } from "./demote.ts";

export interface KeepPromisesOptions extends Pick<DemoteOptions, "store" | "clock" | "ids"> {
  readonly policies: Policies;
  readonly owner: string;
  readonly log: Log;
  readonly signal: AbortSignal;
}

const promisesChore = "promises";
/** How often agents' changes are weighed: few enough tickets pass meanwhile. */
const everyMs = 20_000;
const leaseMs = 60_000;
const turnMs = 10_000;

/** Weighs what agents changed against what was promised, of all workers one at a time. Faults wait for the next time. */
export async function keepPromises(
  connections: readonly ConnectedSystem[],
  options: KeepPromisesOptions,
): Promise<void> {
  const { store, owner, log, signal } = options;
  while (!signal.aborted) {
    try {
      if (await store.write((tx) => tx.chores.claim(promisesChore, owner, leaseMs))) {
        let count = 0;
        for (const connected of connections) count += await weigh(connected, options);
        const result = count === 0 ? "every promise holds" : `${count} values are only suggested now`;
        await store.write((tx) => tx.chores.finish(promisesChore, owner, { delayMs: everyMs, result }));
      }
    } catch (error) {
      if (signal.aborted) return;
      log.error({ err: error }, "what agents changed could not be weighed against what was promised");
    }
    await sleep(turnMs, undefined, { signal }).catch(() => {});
  }
}

async function weigh(connected: ConnectedSystem, options: KeepPromisesOptions): Promise<number> {
  const { store, clock, ids, policies, log } = options;
  const { fields } = await policies.current(connected.uid);
  const found = await demote({ store, clock, ids, fields, connection: connected });
  for (const { field, value, judged, changed, promised } of found) {
    log.warn(
      { connection: connected.name, field, value, judged, changed, promised },
      `agents changed more than was promised, so it is only suggested now; to lift that: otai fields lift ${connected.name} ${field} ${JSON.stringify(value)}`,
    );
  }
  return found.length;
}
