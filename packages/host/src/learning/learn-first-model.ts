import { setTimeout as sleep } from "node:timers/promises";
import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import type { Log } from "@otai/plugin-api/plugin";
import { type LearnInTurnOptions, learnInTurn, learningChore } from "./learn-in-turn.ts";

const lookMs = 500;

/**
 * Returns when a connection without a model has one, or has too little for one. Where another worker is at it, that one is waited for;
 * where it died over it, until its lease ends. Whoever starts anew may have mended what failed, so a failure keeps nobody from trying.
 * @throws what went wrong
 */
export async function learnFirstModel(
  connected: ConnectedSystem,
  by: string,
  options: LearnInTurnOptions & { readonly log: Log },
): Promise<void> {
  const { store, signal, log } = options;
  for (let look = 0; !signal.aborted; look += 1) {
    await store.write((tx) => tx.chores.wake(learningChore(connected.uid)));
    if ((await learnInTurn(connected, by, options)) !== null) return;
    if (look === 0) {
      log.info({ connection: connected.name }, "another worker learns from history, or died over it: waiting for it");
    }
    await sleep(lookMs, undefined, { signal }).catch(() => {});
    if ((await store.read((tx) => tx.learning.getChampion(connected.uid))) !== null) return;
  }
}
