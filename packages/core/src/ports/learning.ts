import type { Instant } from "@otai/plugin-api/ticket";

/** Where a label comes from: what the learner may trust. */
export type Provenance = "human_set" | "human_confirmed" | "ai_kept" | "ai_unseen";

/** A past ticket to learn from. */
export interface TrainingExample {
  readonly connectionUid: string;
  readonly ticketId: string;
  readonly subject: string;
  readonly body: string;
  /** Per target, e.g. `queue` → `Billing`, `priority` → `high`. */
  readonly labels: Readonly<Record<string, string>>;
  readonly metadata: readonly string[];
  readonly language: string | null;
  /** Salted hash of the requester, to cap rows per sender. */
  readonly sender: string | null;
  readonly createdAt: Instant;
  readonly provenance: Provenance;
}

/** How many test tickets were filed under a label, and how many of them each model put there. */
export interface LabelComparison {
  readonly label: string;
  readonly rows: number;
  readonly champion: number;
  readonly challenger: number;
}

/** What the test tickets, from which no model learns, said when a model was new. */
export interface Verdict {
  readonly serves: boolean;
  /** One sentence for people. */
  readonly reason: string;
  /** The model that served then; `null` when there was none to compare with. */
  readonly against: string | null;
  /** Test tickets. */
  readonly rows: number;
  /** By target, every label that test tickets have; empty without a comparison. */
  readonly targets: Readonly<Record<string, readonly LabelComparison[]>>;
}

/** A queue that was written by AI, and what became of it. */
export interface WrittenQueue {
  readonly ticketId: string;
  readonly value: string;
  readonly writtenAt: Instant;
  readonly outcome: "kept" | "changed" | null;
  /** The queue that the ticket had when that was known. */
  readonly outcomeValue: string | null;
  readonly outcomeAt: Instant | null;
}

/** A value that AI wrote; `changed` when an agent chose another one since. */
export interface AutomatedWrite {
  readonly field: string;
  readonly value: string;
  readonly changed: boolean;
  readonly createdAt: Instant;
}

/** What stands beside a stored model; the bytes are under its hash. */
export interface ModelRecord {
  /** `triage-<first 8 of sha256>`; stable while the model is. */
  readonly version: string;
  readonly connectionUid: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly trainedAt: Instant;
  readonly examples: number;
  readonly targets: readonly string[];
  /** Languages with enough examples, by share of the training rows. */
  readonly languages: Readonly<Record<string, number>>;
  /** Per target what was measured on held-out history. */
  readonly figures: Readonly<Record<string, unknown>>;
  /** Absent for a model that left no test tickets out when it learned. */
  readonly verdict?: Verdict;
}

export interface Learning {
  /** Replaces the example of the same ticket. */
  putExamples(examples: readonly TrainingExample[]): Promise<void>;
  /** Those that turned out to be spam, merged or deleted teach nothing. */
  removeExamples(connectionUid: string, ticketIds: readonly string[]): Promise<void>;
  /** Which of these tickets there are examples of. */
  knownExamples(connectionUid: string, ticketIds: readonly string[]): Promise<ReadonlySet<string>>;
  countExamples(connectionUid: string): Promise<number>;
  /** Oldest first, in pages. */
  listExamples(
    connectionUid: string,
    limit: number,
    cursor: string | null,
  ): Promise<{ items: readonly TrainingExample[]; nextCursor: string | null }>;

  putModel(record: ModelRecord, blob: Uint8Array): Promise<void>;
  getModelBlob(sha256: string): Promise<Uint8Array | null>;
  listModels(connectionUid: string | null): Promise<readonly ModelRecord[]>;
  /** The model that serves; every worker asks by this. */
  getChampion(connectionUid: string): Promise<ModelRecord | null>;
  setChampion(connectionUid: string, version: string, at: Instant, by: string): Promise<void>;
  /** The model that served before the one that serves; `null` when there was none or it is gone. */
  getFormerChampion(connectionUid: string): Promise<ModelRecord | null>;
  /** Forgets all but the newest so many, the serving one and the one before it. @returns how many went */
  pruneModels(connectionUid: string, keep: number): Promise<number>;

  /** One per ticket: the last that was written. */
  writtenQueues(connectionUid: string): Promise<readonly WrittenQueue[]>;
  /** The newest first. */
  automatedWrites(connectionUid: string, limit: number): Promise<readonly AutomatedWrite[]>;
  /** Corrections, and suggestions that agents decided otherwise, since then. */
  countNews(connection: { readonly uid: string; readonly name: string }, since: Instant): Promise<number>;
}
