import type { Instant } from "@otai/plugin-api/ticket";

/** What is known of one endpoint class of one account, shared by all workers. */
export interface BudgetState {
  readonly limit: number | null;
  readonly remaining: number | null;
  readonly resetsAt: Instant | null;
  readonly blockedUntil: Instant | null;
}

export interface Budgets {
  get(connectionUid: string, rateClass: string): Promise<BudgetState | null>;
  put(connectionUid: string, rateClass: string, state: BudgetState): Promise<void>;
  list(connectionUid: string): Promise<readonly ({ rateClass: string } & BudgetState)[]>;
}
