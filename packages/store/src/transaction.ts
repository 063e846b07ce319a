import type { Clock, Ids } from "@otai/core/ports/surroundings";
import { createBudgets } from "./budgets.ts";
import { createChores } from "./chores.ts";
import { createConnections, createDeliveries, createPollers } from "./connections.ts";
import { createDocuments } from "./documents.ts";
import type { Engine, Handle } from "./engine.ts";
import { createIdempotency } from "./idempotency.ts";
import { createInbox } from "./inbox.ts";
import { createJournal } from "./journal.ts";
import { createLearning } from "./learning.ts";
import { createModelCalls } from "./model-calls.ts";
import { createPrivacy } from "./privacy/privacy.ts";
import type { Sealer } from "./sealer.ts";
import { createKnowledgeBase } from "./services/knowledge-base.ts";
import { createQaRepositories } from "./services/qa.ts";
import { createReplyRepositories } from "./services/reply.ts";
import { createSentiment } from "./services/sentiment.ts";
import { createSolvedRecords } from "./services/solved-answers.ts";
import { createCorrections, createRoutingRules } from "./services/triage.ts";
import { createAudit, createSettings } from "./settings.ts";
import type { StoreTransaction } from "./store-transaction.ts";

/** What one unit of work stands on. */
export interface TransactionBase {
  readonly db: Handle;
  readonly engine: Engine;
  /** `null` where nothing is sealed. */
  readonly sealer: Sealer | null;
  readonly ids: Ids;
  /** Replaces the database's own clock in tests. */
  readonly clock: Clock | undefined;
  readonly access: "read" | "write";
  /** Notes that a lane fell due now; the doorbell rings after the commit. */
  readonly ring: () => void;
}

/** All repositories over one open transaction, which has one `now`. */
export function createTransaction({ db, engine, sealer, ids, clock, access, ring }: TransactionBase): StoreTransaction {
  let asked: Promise<number> | undefined;
  const now = () => {
    asked ??= clock === undefined ? engine.now(db) : Promise.resolve(clock.now());
    return asked;
  };
  return {
    now,
    inbox: createInbox({ db, engine, ids, now, ring }),
    connections: createConnections(db),
    pollers: createPollers(db, engine, now),
    deliveries: createDeliveries(db, now),
    journal: createJournal(db),
    learning: createLearning(db),
    settings: createSettings(db),
    audit: createAudit(db),
    idempotency: createIdempotency(db, now),
    chores: createChores(db, now),
    budgets: createBudgets(db, engine.locksRows && access === "write"),
    ...createKnowledgeBase(db),
    ...createQaRepositories(db),
    ...createReplyRepositories(db),
    ...createSentiment(db, engine.locksRows && access === "write", now),
    solvedAnswers: createSolvedRecords(db),
    corrections: createCorrections(db),
    routingRules: createRoutingRules(db),
    documents: createDocuments(db, engine.locksRows && access === "write", now),
    modelCalls: createModelCalls(db),
    privacy: createPrivacy({ db, sealer, now }),
  };
}
