import type { AgingKind } from "@otai/core/ports/privacy";
import type { Store, Transaction } from "@otai/core/ports/store";
import type { Clock } from "@otai/core/ports/surroundings";
import { type RetentionDays, retentionPlan } from "./retention-plan.ts";

export const retentionChore = "retention";

export interface RetentionOptions {
  readonly store: Store;
  /** Ages are judged by it. */
  readonly clock: Clock;
  readonly days: RetentionDays;
  readonly owner: string;
  readonly signal: AbortSignal;
}

export interface RetentionResult {
  /** Rows by kind; kinds without any are left out. */
  readonly removed: Readonly<Partial<Record<AgingKind, number>>>;
  /** Rows sealed with the current key that were readable or sealed with a previous one. */
  readonly sealedAnew: number;
  /** Models that had learned from an erased person and do not serve any more. */
  readonly models: number;
}

/** Rows per transaction: short enough that no ticket waits for it. */
const batch = 200;
const leaseMs = 60_000;
const dayMs = 24 * 60 * 60_000;

/**
 * Removes what is older than it may become, once a day and by one worker.
 * @returns `null` when it is not our turn, or no longer.
 */
export async function carryOutRetention(options: RetentionOptions): Promise<RetentionResult | null> {
  const { store, clock, days, owner, signal } = options;
  if (!(await store.write((tx) => tx.chores.claim(retentionChore, owner, leaseMs)))) return null;
  let failure: string | null = null;
  const removed: Partial<Record<AgingKind, number>> = {};
  const counts = { sealedAnew: 0, models: 0 };

  /** Repeats the batch until it finds less than it could take. */
  async function repeat(takeBatch: (tx: Transaction) => Promise<number>): Promise<number> {
    for (let total = 0; ; ) {
      signal.throwIfAborted();
      const done = await store.write(async (tx) => {
        if (!(await tx.chores.renew(retentionChore, owner, leaseMs))) throw new LostChoreError();
        return takeBatch(tx);
      });
      total += done;
      if (done < batch) return total;
    }
  }

  try {
    for (const [kind, age] of retentionPlan(days)) {
      const before = clock.now() - age * dayMs;
      const count = await repeat((tx) => tx.privacy.removeOld(kind, before, batch));
      if (count > 0) removed[kind] = count;
    }
    let sealed: number;
    do {
      // Fewer than a batch is not the end of it: each step looks at one table.
      sealed = await repeat((tx) => tx.privacy.sealAnew(batch));
      counts.sealedAnew += sealed;
    } while (sealed > 0);
    counts.models = await store.write((tx) => tx.privacy.removeMarkedModels());
    return { removed, ...counts };
  } catch (error) {
    if (error instanceof LostChoreError) return null;
    failure = (error as Error).message;
    throw error;
  } finally {
    // What failed or was interrupted goes on soon; what is done waits for tomorrow.
    const delayMs = failure === null ? dayMs : dayMs / 24;
    const result = failure === null ? describe({ removed, ...counts }) : `failed: ${failure}`;
    await store.write((tx) => tx.chores.finish(retentionChore, owner, { delayMs, result }));
  }
}

class LostChoreError extends Error {}

function describe({ removed, sealedAnew, models }: RetentionResult): string {
  const parts = Object.entries(removed).map(([kind, count]) => `${count} ${kind}`);
  if (sealedAnew > 0) parts.push(`${sealedAnew} rows sealed anew`);
  if (models > 0) parts.push(`${models} models that knew of an erased person`);
  return parts.length === 0 ? "nothing was old enough" : parts.join(", ");
}
