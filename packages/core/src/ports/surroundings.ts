import type { Instant } from "@otai/plugin-api/ticket";

export interface Clock {
  now(): Instant;
}

/** Time-ordered, unique ids: `ev-…`, `r-…`, `d-…`. */
export interface Ids {
  next(prefix: string): string;
}

export interface Random {
  /** 0 ≤ x < 1 */
  next(): number;
}
