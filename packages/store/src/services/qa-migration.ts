import type { Engine } from "../engine.ts";

export function qaStatements({ columns: { id, int } }: Engine): string[] {
  return [
    `create table qa_rubric (id ${id} not null, version ${int} not null, body text not null, created_at ${int} not null,
      created_by text not null, primary key (id, version))`,
    `create table qa_evaluation (id ${id} primary key, conversation_id ${id} not null, thread_hash text not null, rubric_hash text not null,
      judge text not null, rubric_id ${id} not null, rubric_version ${int} not null, resolution_id text, team text, queue text, language text,
      at ${int} not null, figures text not null, answer text not null, human text, calibration text, dispute text,
      unique (conversation_id, thread_hash, rubric_hash, judge))`,
    `create index qa_evaluation_age on qa_evaluation (at, id)`,
    `create index qa_evaluation_rated on qa_evaluation (rubric_id, rubric_version) where calibration is not null`,
    `create table qa_review (id ${id} primary key, evaluation_id ${id} not null, kind text not null, at ${int} not null, actor text not null,
      body text not null)`,
    `create index qa_review_evaluation on qa_review (evaluation_id, id)`,
    `create table qa_backfill (name ${id} primary key, state text not null, cursor text, rubric text not null, seen ${int} not null,
      evaluated ${int} not null, not_eligible text not null, failed ${int} not null, updated_at ${int} not null)`,
  ];
}
