export interface Clock {
  /** Milliseconds since epoch. */
  now(): number;
}

export interface Ids {
  /** `next("d")` → `d-…`, unique and ordered by time. */
  next(prefix: string): string;
}
