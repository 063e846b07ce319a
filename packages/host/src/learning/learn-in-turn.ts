import { setTimeout as sleep } from "node:timers/promises";
import type { Store } from "@otai/core/ports/store";
import type { Clock } from "@otai/core/ports/surroundings";
import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import { Cron } from "croner";

export const learningChore = (connectionUid: string) => `learning ${connectionUid}`;

export interface LearnInTurnOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly owner: string;
  /** Cron expression; `null` never learns by itself. */
  readonly retrain: string | null;
  readonly signal: AbortSignal;
  /** @returns what came of it, in a few words. */
  readonly learn: (connected: ConnectedSystem, turn: LearningTurn) => Promise<string>;
}

export interface LearningTurn {
  /** Why now, for the log and the record. */
  readonly by: string;
  /** Ends when another worker took over. */
  readonly signal: AbortSignal;
}

const leaseMs = 30_000;
const renewMs = 10_000;
/** After a failure, and for a desk that is too small yet. */
export const retryMs = 60 * 60_000;
const dayMs = 24 * 60 * 60_000;

/**
 * Learns if no other worker does: of all workers on all machines one. A failure is recorded, waits an hour, and is thrown.
 * @returns `null` when it is not our turn.
 */
export async function learnInTurn(
  connected: ConnectedSystem,
  by: string,
  options: LearnInTurnOptions,
): Promise<string | null> {
  const { store, owner, learn } = options;
  const name = learningChore(connected.uid);
  if (!(await store.write((tx) => tx.chores.claim(name, owner, leaseMs)))) return null;
  const ours = new AbortController();
  const signal = AbortSignal.any([options.signal, ours.signal]);
  const keeping = keepLease(name, ours, options);
  const finish = (delayMs: number, result: string) =>
    store.write((tx) => tx.chores.finish(name, owner, { delayMs, result }));
  try {
    const result = await learn(connected, { by, signal });
    await finish(untilNext(options), result);
    return result;
  } catch (error) {
    // Who was stopped, or lost his turn, did not fail.
    const delayMs = signal.aborted ? 0 : retryMs;
    await finish(delayMs, `failed: ${(error as Error).message}`);
    throw error;
  } finally {
    ours.abort();
    await keeping;
  }
}

/** Sets the first date of a connection that has a model already. */
export async function scheduleLearning(connected: ConnectedSystem, options: LearnInTurnOptions): Promise<void> {
  const { store, owner } = options;
  const name = learningChore(connected.uid);
  await store.write(async (tx) => {
    if (!(await tx.chores.claim(name, owner, leaseMs))) return;
    await tx.chores.finish(name, owner, { delayMs: untilNext(options), result: "waits for its time" });
  });
}

/** Milliseconds until the schedule comes due; a day where there is none, since then it is only looked whether a model is missing. */
function untilNext({ retrain, clock }: Pick<LearnInTurnOptions, "retrain" | "clock">): number {
  const now = clock.now();
  const next = retrain === null ? null : new Cron(retrain).nextRun(new Date(now));
  return next === null ? dayMs : next.getTime() - now;
}

async function keepLease(name: string, ours: AbortController, { store, owner }: LearnInTurnOptions): Promise<void> {
  for (;;) {
    const ended = await sleep(renewMs, false, { signal: ours.signal }).catch(() => true);
    if (ended) return;
    // A store that does not answer now may answer before the lease ends.
    const held = await store.write((tx) => tx.chores.renew(name, owner, leaseMs)).catch(() => true);
    if (!held) return ours.abort();
  }
}
