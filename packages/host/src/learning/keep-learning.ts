import { setTimeout as sleep } from "node:timers/promises";
import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import type { Log } from "@otai/plugin-api/plugin";
import type { Champions } from "../triage/champions.ts";
import { type LearnInTurnOptions, learnInTurn, learningChore, retryMs, scheduleLearning } from "./learn-in-turn.ts";

/** How often it is looked whether there is a reason to learn. */
const turnMs = 30_000;

export interface KeepLearningOptions extends LearnInTurnOptions {
  readonly champions: Champions;
  /** Corrections and changed suggestions after which it does not wait for its time. */
  readonly retrainAfter: number;
  readonly log: Log;
}

/** Learns again whenever there is a reason to, until the signal ends it. Failures are logged and wait an hour. */
export async function keepLearning(
  connections: readonly ConnectedSystem[],
  options: KeepLearningOptions,
): Promise<void> {
  const { log, signal } = options;
  while (!signal.aborted) {
    for (const connected of connections) {
      const connection = connected.name;
      try {
        const reason = await reasonToLearn(connected, options);
        if (reason === null || signal.aborted) continue;
        await learnInTurn(connected, reason, options);
      } catch (error) {
        if (signal.aborted) return;
        log.error({ connection, err: error }, "learning failed; what serves goes on, and it is tried again in an hour");
      }
    }
    await sleep(turnMs, undefined, { signal }).catch(() => {});
  }
}

/** Why a connection should learn now; `null` when it should not. */
export async function reasonToLearn(
  connected: ConnectedSystem,
  options: Pick<KeepLearningOptions, "champions" | "retrainAfter"> & LearnInTurnOptions,
): Promise<string | null> {
  const { store, clock, champions, retrain, retrainAfter } = options;
  const { uid, name } = connected;
  const chore = learningChore(uid);
  const served = (await champions.get(uid)) !== null;
  const { state, marked, news } = await store.read(async (tx) => {
    const state = (await tx.chores.list()).find((known) => known.name === chore);
    const champion = await tx.learning.getChampion(uid);
    const models = await tx.privacy.modelsToRetrain();
    return {
      state,
      marked: models.some((model) => model.connectionUid === uid && model.version === champion?.version),
      news: await tx.learning.countNews({ uid, name }, state?.lastDoneAt ?? 0),
    };
  });
  const now = clock.now();
  const urgent = !served ? "no model" : marked ? "an erased person" : null;
  if (urgent !== null) {
    if (state?.lastDoneAt != null && now - state.lastDoneAt < retryMs) return null;
    await store.write((tx) => tx.chores.wake(chore));
    return urgent;
  }
  if (state === undefined) {
    await scheduleLearning(connected, options);
    return null;
  }
  if (retrain === null) return null;
  if (news >= retrainAfter) {
    await store.write((tx) => tx.chores.wake(chore));
    return `${news} corrections and changed suggestions`;
  }
  return state.dueAt <= now ? "schedule" : null;
}
