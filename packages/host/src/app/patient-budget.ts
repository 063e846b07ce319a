import { setTimeout as sleep } from "node:timers/promises";
import { RateLimitedError } from "@otai/plugin-api/errors";
import type { RateBudget } from "@otai/plugin-api/rate-budget";

/** The same limits for reading in the background: who would be refused waits until the class is free again. */
export function createPatientBudget(budget: RateBudget, signal: AbortSignal): RateBudget {
  return {
    ...budget,
    patient: true,
    async reserve(rateClass) {
      for (;;) {
        try {
          return await budget.reserve(rateClass);
        } catch (error) {
          if (!(error instanceof RateLimitedError)) throw error;
          await sleep(Math.max(100, error.retryAfterMs ?? 1000), undefined, { signal });
        }
      }
    },
  };
}
