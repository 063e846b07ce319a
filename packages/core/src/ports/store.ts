import type { Instant } from "@otai/plugin-api/ticket";
import type { Budgets } from "./budgets.ts";
import type { Chores } from "./chores.ts";
import type { Connections, Deliveries, Pollers } from "./connections.ts";
import type { KeptDocuments } from "./documents.ts";
import type { Idempotency } from "./idempotency.ts";
import type { Inbox } from "./inbox.ts";
import type { Journal } from "./journal.ts";
import type { Learning } from "./learning.ts";
import type { ModelCalls } from "./model-calls.ts";
import type { Privacy } from "./privacy.ts";
import type { Audit, Settings } from "./settings.ts";

/** Repositories exist only inside a unit of work. Nothing but the store may be awaited in there. */
export interface Transaction {
  /** The store's own clock; leases are judged by it. */
  now(): Promise<Instant>;
  readonly inbox: Inbox;
  readonly connections: Connections;
  readonly pollers: Pollers;
  readonly deliveries: Deliveries;
  readonly journal: Journal;
  readonly learning: Learning;
  readonly settings: Settings;
  readonly audit: Audit;
  readonly idempotency: Idempotency;
  readonly chores: Chores;
  readonly budgets: Budgets;
  readonly documents: KeptDocuments;
  readonly modelCalls: ModelCalls;
  readonly privacy: Privacy;
}

export interface Store {
  /** All or nothing; a throw rolls back. Write locks are taken at once, so that two processes queue up instead of failing. */
  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** A consistent read. */
  read<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Called when another worker or process added events; a doorbell only, and it may be missed. @returns how to stop listening. */
  onDoorbell(ring: () => void): () => void;
  close(): Promise<void>;
}
