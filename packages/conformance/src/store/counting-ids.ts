import type { Ids } from "@otai/core/ports/surroundings";

/** Ids in the order in which they were asked for; one instance per database. */
export function createCountingIds(): Ids {
  let last = 0;
  return {
    next(prefix) {
      last += 1;
      return `${prefix}-${String(last).padStart(9, "0")}`;
    },
  };
}
