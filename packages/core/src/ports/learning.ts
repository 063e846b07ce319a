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
}

export interface Learning {
  /** Replaces the example of the same ticket. */
  putExamples(examples: readonly TrainingExample[]): Promise<void>;
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
}
