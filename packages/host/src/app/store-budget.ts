import type { Store } from "@otai/core/ports/store";
import type { Clock } from "@otai/core/ports/surroundings";
import { RateLimitedError } from "@otai/plugin-api/errors";
import type { RateBudget } from "@otai/plugin-api/rate-budget";

/** Other integrations and people of the same account live from the same limit: this share is left to them. */
const headRoom = 0.1;
/** Where the headers do not say when a window ends: helpdesks count by the minute. */
const defaultWindowMs = 60_000;

/**
 * One account's limits in the store, so that any number of workers share them. Headers are the truth. A refused reservation makes the lane wait; nobody sleeps here.
 */
export function createStoreBudget(store: Store, connectionUid: string, clock: Clock): RateBudget {
  const refuse = (rateClass: string, until: number): never => {
    throw new RateLimitedError(`the limit of the ticket system for ${rateClass} is used up`, {
      retryAfterMs: Math.max(1, until - clock.now()),
    });
  };
  return {
    async reserve(rateClass) {
      const state = await store.read((tx) => tx.budgets.get(connectionUid, rateClass));
      if (state === null) return;
      const now = clock.now();
      if (state.blockedUntil !== null && state.blockedUntil > now) refuse(rateClass, state.blockedUntil);
      if (state.remaining === null || state.limit === null) return;
      if (state.resetsAt !== null && state.resetsAt <= now) return;
      if (state.remaining <= Math.floor(state.limit * headRoom))
        refuse(rateClass, state.resetsAt ?? now + defaultWindowMs);
    },
    async record(rateClass, reading) {
      // Far from the limit there is nothing to coordinate, and a write per call would cost more than the call.
      if (reading.limit === null || reading.remaining > reading.limit / 2) return;
      const now = clock.now();
      const { limit, remaining } = reading;
      await store.write(async (tx) => {
        const known = await tx.budgets.get(connectionUid, rateClass);
        const blockedUntil = known?.blockedUntil != null && known.blockedUntil > now ? known.blockedUntil : null;
        const resetsAt = reading.resetsAt ?? now + defaultWindowMs;
        await tx.budgets.put(connectionUid, rateClass, { limit, remaining, resetsAt, blockedUntil });
      });
    },
    async block(rateClass, until) {
      await store.write(async (tx) => {
        const limit = (await tx.budgets.get(connectionUid, rateClass))?.limit ?? null;
        await tx.budgets.put(connectionUid, rateClass, { limit, remaining: 0, resetsAt: until, blockedUntil: until });
      });
    },
  };
}
