import type { Generated } from "kysely";
import type { KnowledgeBaseTables } from "./services/knowledge-base-tables.ts";
import type { QaTables } from "./services/qa-tables.ts";
import type { ReplyTables } from "./services/reply-tables.ts";
import type { SentimentTables } from "./services/sentiment-tables.ts";
import type { SolvedAnswersTables } from "./services/solved-answers-tables.ts";
import type { TriageTables } from "./services/triage-tables.ts";

/** Rows as they lie in the database: instants as ms, JSON as text, booleans as 0/1. */
export interface Tables
  extends KnowledgeBaseTables,
    SentimentTables,
    ReplyTables,
    QaTables,
    SolvedAnswersTables,
    TriageTables {
  connection: {
    uid: string;
    name: string;
    kind: string;
    account_fingerprint: string;
    account_label: string;
    ingest_from: number;
  };
  poller: {
    connection_uid: string;
    cursor: string | null;
    due_at: number;
    polled_at: number | null;
    owner: string | null;
    lease_until: number | null;
  };
  delivery: { connection_uid: string; key: string; event_ids: string; received_at: number };
  ticket_event: {
    seq: Generated<number>;
    id: string;
    lane: string;
    connection_uid: string;
    ticket_id: string;
    kind: string;
    key: string;
    source: string;
    lane_class: string;
    occurred_at: number;
    received_at: number;
    state: string;
    attempts: number;
    error: string | null;
  };
  lane: {
    key: string;
    connection_uid: string;
    ticket_id: string;
    class: string;
    /** `null` while nothing is open, so that idle lanes stay out of the index. */
    due_at: number | null;
    owner: string | null;
    fence: number;
    lease_until: number | null;
    own_write_at: number | null;
  };
  run: {
    id: string;
    lane: string;
    connection_uid: string;
    ticket_id: string;
    event_ids: string;
    started_at: number;
    finished_at: number | null;
    outcome: string;
    model_version: string | null;
    policy_version: string | null;
    language: string | null;
    trace: string;
  };
  decision: {
    id: string;
    run_id: string;
    lane: string;
    connection_uid: string;
    ticket_system: string;
    ticket_id: string;
    field: string;
    value: string | null;
    confidence: number | null;
    decision: string;
    would_be: string | null;
    mode: string;
    reason: string;
    previous: string | null;
    threshold: number | null;
    model_version: string | null;
    written: number;
    created_at: number;
    outcome: string | null;
    /** What the ticket had instead, and when it was last changed. */
    outcome_value: string | null;
    outcome_at: number | null;
  };
  effect: {
    key: string;
    lane: string;
    run_id: string;
    kind: string;
    purpose: string;
    intent: string;
    before: string;
    marker: string | null;
    state: string;
    fence: number;
    created_at: number;
  };
  settled_cause: { key: string; lane: string };
  field_claim: { lane: string; field: string; baseline: string | null; last_written: string | null; owner: string };
  training_example: {
    connection_uid: string;
    ticket_id: string;
    subject: string;
    body: string;
    labels: string;
    metadata: string;
    language: string | null;
    sender: string | null;
    created_at: number;
    provenance: string;
  };
  model: {
    version: string;
    connection_uid: string;
    sha256: string;
    bytes: number;
    trained_at: number;
    examples: number;
    targets: string;
    languages: string;
    figures: string;
    /** Since when it knows of a person that was erased. */
    retrain_since: number | null;
    /** What the test tickets said of it when it was new. */
    verdict: string | null;
  };
  model_blob: { sha256: string; bytes: Uint8Array };
  champion: { connection_uid: string; version: string; at: number; by: string; former: string | null };
  policy_version: { id: string; source: string; by: string; at: number; body: string };
  setting: { key: string; value: string };
  idempotent_answer: {
    key: string;
    content_hash: string;
    status: number | null;
    body: string | null;
    asked_at: number;
  };
  chore: {
    name: string;
    due_at: number;
    owner: string | null;
    lease_until: number | null;
    done_at: number | null;
    result: string | null;
  };
  audit: { id: string; at: number; actor: string; action: string; subject: string; details: string };
  model_usage: {
    day: string;
    model: string;
    calls: number;
    prompt_tokens: number;
    completion_tokens: number;
    cost: number;
    reserved_tokens: number;
    reserved_cost: number;
  };
  erased_sender: { connection_uid: string; sender: string; at: number };
  model_answer: { hash: string; answer: string; at: number };
  plugin_document: { connection_uid: string; key: string; value: string; changed_at: number };
  rate_budget: {
    connection_uid: string;
    class: string;
    limit: number | null;
    remaining: number | null;
    resets_at: number | null;
    blocked_until: number | null;
  };
}
