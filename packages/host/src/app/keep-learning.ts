import { setTimeout as sleep } from "node:timers/promises";
import type { Store } from "@otai/core/ports/store";
import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import type { Champions } from "../triage/champions.ts";

/** A small desk grows, and a failed import may work later. */
const everyMs = 60 * 60_000;

export interface KeepLearningOptions {
  readonly store: Store;
  readonly champions: Champions;
  readonly learn: (connected: ConnectedSystem) => Promise<void>;
  readonly signal: AbortSignal;
}

/** Looks every hour whether a connection that has no model can be learned from by now, or has one that knows of an erased person. */
export async function keepLearning(
  connections: readonly ConnectedSystem[],
  { store, champions, learn, signal }: KeepLearningOptions,
): Promise<void> {
  while (!signal.aborted) {
    await sleep(everyMs, undefined, { signal }).catch(() => {});
    for (const connected of connections) {
      if (signal.aborted) return;
      if ((await champions.get(connected.uid)) === null || (await servesMarked(store, connected.uid)))
        await learn(connected);
    }
  }
}

function servesMarked(store: Store, connectionUid: string): Promise<boolean> {
  return store.read(async (tx) => {
    const champion = await tx.learning.getChampion(connectionUid);
    const marked = await tx.privacy.modelsToRetrain();
    return marked.some((model) => model.connectionUid === connectionUid && model.version === champion?.version);
  });
}
