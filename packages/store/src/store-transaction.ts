import type { Store, Transaction } from "@otai/core/ports/store";
import type { KnowledgeRepositories } from "@otai/services/ports/knowledge-base";
import type { QaRepositories } from "@otai/services/ports/qa";
import type { ReplyRepositories } from "@otai/services/ports/reply";
import type { SentimentRepositories } from "@otai/services/ports/sentiment";
import type { SolvedRepositories } from "@otai/services/ports/solved-answers";
import type { TriageRepositories } from "@otai/services/ports/triage";

/** Core's repositories and those of the services, all in one unit of work. */
export interface StoreTransaction
  extends Transaction,
    KnowledgeRepositories,
    QaRepositories,
    ReplyRepositories,
    SentimentRepositories,
    Pick<SolvedRepositories, "solvedAnswers">,
    TriageRepositories {}

/** Serves core as its `Store` and each service as a unit of work over its own repositories. */
export interface OtaiStore extends Omit<Store, "write" | "read"> {
  write<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
  read<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
  /** Cleans up what deleted rows left on the disk, as far as nobody is reading right now. */
  scrub(): Promise<void>;
}
