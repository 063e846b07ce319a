import type { Transaction } from "@otai/core/ports/store";
import type { Clock, Ids } from "@otai/core/ports/surroundings";
import { createBudgets } from "./budgets.ts";
import { createConnections, createDeliveries, createPollers } from "./connections.ts";
import type { Engine, Handle } from "./engine.ts";
import { createInbox } from "./inbox.ts";
import { createJournal } from "./journal.ts";
import { createLearning } from "./learning.ts";
import { createAudit, createSettings } from "./settings.ts";

/** All repositories over one open transaction. `clock` replaces the database's own in tests. */
export function createTransaction(db: Handle, engine: Engine, ids: Ids, clock: Clock | null): Transaction {
  const now = clock === null ? () => engine.now(db) : async () => clock.now();
  return {
    now,
    inbox: createInbox(db, engine, ids, now),
    connections: createConnections(db),
    pollers: createPollers(db, engine, now),
    deliveries: createDeliveries(db, now),
    journal: createJournal(db),
    learning: createLearning(db),
    settings: createSettings(db),
    audit: createAudit(db),
    budgets: createBudgets(db),
  };
}
