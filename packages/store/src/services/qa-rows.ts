import type { BackfillProgress, EvaluationRecord, EvaluationSummary, RubricRecord } from "@otai/services/ports/qa";
import type { Insertable, Selectable } from "kysely";
import { storable } from "../storable.ts";
import type { Tables } from "../tables.ts";

export function toRubric(row: Selectable<Tables["qa_rubric"]>): RubricRecord {
  return { rubric: JSON.parse(row.body), createdAt: row.created_at, createdBy: row.created_by };
}

export function toEvaluationRow(record: EvaluationRecord): Insertable<Tables["qa_evaluation"]> {
  return {
    id: record.id,
    conversation_id: storable(record.conversationId),
    connection: record.connection === null ? null : storable(record.connection),
    thread_hash: record.threadHash,
    rubric_hash: record.rubricHash,
    judge: record.judge,
    rubric_id: record.rubricId,
    rubric_version: record.rubricVersion,
    resolution_id: record.resolutionId,
    team: record.team,
    queue: record.queue,
    language: record.language,
    at: record.at,
    figures: JSON.stringify(record.figures),
    answer: JSON.stringify(record.answer),
    human: toJson(record.human),
    calibration: toJson(record.calibration),
    dispute: toJson(record.dispute),
  };
}

export function toSummary(row: Omit<Selectable<Tables["qa_evaluation"]>, "answer">): EvaluationSummary {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    connection: row.connection,
    threadHash: row.thread_hash,
    rubricHash: row.rubric_hash,
    judge: row.judge,
    rubricId: row.rubric_id,
    rubricVersion: row.rubric_version,
    resolutionId: row.resolution_id,
    team: row.team,
    queue: row.queue,
    language: row.language,
    at: row.at,
    figures: JSON.parse(row.figures),
    human: fromJson(row.human),
    calibration: fromJson(row.calibration),
    dispute: fromJson(row.dispute),
  };
}

export function toEvaluation(row: Selectable<Tables["qa_evaluation"]>): EvaluationRecord {
  return { ...toSummary(row), answer: JSON.parse(row.answer) };
}

export function toProgress(row: Selectable<Tables["qa_backfill"]>): BackfillProgress {
  return {
    name: row.name,
    state: row.state as BackfillProgress["state"],
    cursor: row.cursor,
    rubric: row.rubric,
    seen: row.seen,
    evaluated: row.evaluated,
    notEligible: JSON.parse(row.not_eligible),
    failed: row.failed,
    updatedAt: row.updated_at,
  };
}

export function toJson(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}

function fromJson(text: string | null) {
  return text === null ? null : JSON.parse(text);
}
