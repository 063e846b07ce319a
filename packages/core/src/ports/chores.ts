import type { Instant } from "@otai/plugin-api/ticket";

export interface ChoreState {
  readonly name: string;
  readonly dueAt: Instant;
  readonly lastDoneAt: Instant | null;
  /** What came of it last time, for people and without ticket text. */
  readonly lastResult: string | null;
}

/** Work that is done once in a while by whichever worker is first, and by nobody else meanwhile. */
export interface Chores {
  /** Due and free: leased to `owner`; unknown names are due at once. */
  claim(name: string, owner: string, leaseMs: number): Promise<boolean>;
  /** @returns false when the lease ran out and somebody else has it. */
  renew(name: string, owner: string, leaseMs: number): Promise<boolean>;
  /** Ends the lease and sets the next due time. */
  finish(name: string, owner: string, outcome: { readonly delayMs: number; readonly result: string }): Promise<void>;
  /** Makes it due now. */
  wake(name: string): Promise<void>;
  list(): Promise<readonly ChoreState[]>;
}
