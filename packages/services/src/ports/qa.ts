import type { EvaluateResponse } from "@otai/service-api/qa-evaluate";
import type { Dispute, HumanRating } from "@otai/service-api/qa-review";
import type { Rubric } from "@otai/service-api/qa-rubric";

export interface RubricRecord {
  readonly rubric: Rubric;
  readonly createdAt: number;
  readonly createdBy: string;
}

/** Rubrics by id and version. What was added never changes. */
export interface QaRubrics {
  /** @returns false when the version exists already. */
  add(record: RubricRecord): Promise<boolean>;
  get(id: string, version: number): Promise<RubricRecord | null>;
  latest(id: string): Promise<RubricRecord | null>;
  /** The latest version of each, by id. */
  list(): Promise<readonly RubricRecord[]>;
}

/** What makes two evaluations the same one. */
export interface EvaluationKey {
  readonly conversationId: string;
  /** Of what was scored and where it is from: an added note or signature does not change it. */
  readonly threadHash: string;
  readonly rubricHash: string;
  /** Who judged, as `model_version` has it. */
  readonly judge: string;
}

/** The numbers that scorecards and calibration need, without the texts. */
export interface EvaluationFigures {
  readonly dimensions: Readonly<Record<string, number>>;
  readonly criteria: readonly {
    readonly name: string;
    readonly weight: number;
    readonly critical: boolean;
    readonly scale: readonly [number, number];
  }[];
  readonly agents: readonly { readonly agentId: string; readonly dimensions: readonly string[] }[];
  /** Every scored message of an agent is from one known person. */
  readonly singleAgent: boolean;
  /** Where the scored messages stood in the request. */
  readonly indices: readonly number[];
}

export interface EvaluationRecord extends EvaluationKey {
  readonly id: string;
  /** Name of the connection that the conversation is from; `null` where the caller named none. */
  readonly connection: string | null;
  readonly rubricId: string;
  readonly rubricVersion: number;
  readonly resolutionId: string | null;
  readonly team: string | null;
  readonly queue: string | null;
  readonly language: string | null;
  readonly at: number;
  readonly figures: EvaluationFigures;
  /** The machine's answer; never edited. */
  readonly answer: EvaluateResponse;
  /** The latest human rating. */
  readonly human: HumanRating | null;
  /** The latest one given without seeing the machine's. */
  readonly calibration: HumanRating | null;
  readonly dispute: Dispute | null;
}

export type EvaluationSummary = Omit<EvaluationRecord, "answer">;

export interface EvaluationFilter {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly rubricId: string | null;
}

export interface QaEvaluations {
  /** @returns the evaluation that counts: this one, or the one with the same key that was there before. */
  add(record: EvaluationRecord): Promise<EvaluationRecord>;
  get(id: string): Promise<EvaluationRecord | null>;
  find(key: EvaluationKey): Promise<EvaluationRecord | null>;
  findByResolution(
    key: Omit<EvaluationKey, "threadHash"> & { readonly resolutionId: string; readonly connection: string | null },
  ): Promise<EvaluationRecord | null>;
  /** By time, oldest first. */
  list(
    filter: EvaluationFilter,
    limit: number,
    cursor: string | null,
  ): Promise<{ readonly items: readonly EvaluationSummary[]; readonly nextCursor: string | null }>;
  /** Those rated for calibration. */
  listRated(rubricId: string, rubricVersion: number): Promise<readonly EvaluationSummary[]>;
  /** A rating for calibration is kept as such besides. */
  setHuman(id: string, human: HumanRating): Promise<void>;
  setDispute(id: string, dispute: Dispute): Promise<void>;
}

export interface ReviewRecord {
  readonly id: string;
  readonly evaluationId: string;
  readonly kind: "override" | "dispute" | "outcome";
  readonly at: number;
  readonly actor: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Every human word about an evaluation, in order; append-only. */
export interface QaReviews {
  add(record: ReviewRecord): Promise<void>;
  list(evaluationId: string): Promise<readonly ReviewRecord[]>;
}

export interface BackfillProgress {
  readonly name: string;
  readonly state: "running" | "done";
  /** Of the last conversation that was counted. */
  readonly cursor: string | null;
  /** `id@version`, pinned when the backfill began. */
  readonly rubric: string;
  readonly seen: number;
  readonly evaluated: number;
  /** By reason. */
  readonly notEligible: Readonly<Record<string, number>>;
  readonly failed: number;
  readonly updatedAt: number;
}

export interface QaBackfills {
  get(name: string): Promise<BackfillProgress | null>;
  put(progress: BackfillProgress): Promise<void>;
}

/** Who looked at what; core's audit fits. */
export interface QaAudit {
  add(entry: {
    readonly id: string;
    readonly at: number;
    readonly actor: string;
    readonly action: string;
    readonly subject: string;
    readonly details: Readonly<Record<string, unknown>>;
  }): Promise<void>;
}

export interface QaRepositories {
  readonly qaRubrics: QaRubrics;
  readonly qaEvaluations: QaEvaluations;
  readonly qaReviews: QaReviews;
  readonly qaBackfills: QaBackfills;
}

/** What the service works with inside one unit of work. */
export interface QaTransaction extends QaRepositories {
  readonly audit: QaAudit;
}
