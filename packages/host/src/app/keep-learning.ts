import { setTimeout as sleep } from "node:timers/promises";
import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import type { Champions } from "../triage/champions.ts";

/** A small desk grows, and a failed import may work later. */
const everyMs = 60 * 60_000;

/** Looks every hour whether a connection that has no model can be learned from by now. */
export async function keepLearning(
  connections: readonly ConnectedSystem[],
  champions: Champions,
  learn: (connected: ConnectedSystem) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await sleep(everyMs, undefined, { signal }).catch(() => {});
    for (const connected of connections) {
      if (signal.aborted || (await champions.get(connected.uid)) !== null) continue;
      await learn(connected);
    }
  }
}
