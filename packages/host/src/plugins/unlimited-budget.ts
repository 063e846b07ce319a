import type { RateBudget } from "@otai/plugin-api/rate-budget";

/** For single calls by a person at a terminal, where no workers share the account's limits through the store. */
export const unlimitedBudget: RateBudget = {
  reserve: async () => {},
  record: async () => {},
  block: async () => {},
};
