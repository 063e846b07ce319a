/** Instants as ms, JSON as text. */
export interface QaTables {
  qa_rubric: {
    id: string;
    version: number;
    body: string;
    created_at: number;
    created_by: string;
  };
  qa_evaluation: {
    id: string;
    conversation_id: string;
    connection: string | null;
    thread_hash: string;
    rubric_hash: string;
    judge: string;
    rubric_id: string;
    rubric_version: number;
    resolution_id: string | null;
    team: string | null;
    queue: string | null;
    language: string | null;
    at: number;
    figures: string;
    answer: string;
    human: string | null;
    calibration: string | null;
    dispute: string | null;
  };
  qa_review: { id: string; evaluation_id: string; kind: string; at: number; actor: string; body: string };
  qa_backfill: {
    name: string;
    state: string;
    cursor: string | null;
    rubric: string;
    seen: number;
    evaluated: number;
    not_eligible: string;
    failed: number;
    updated_at: number;
  };
}
