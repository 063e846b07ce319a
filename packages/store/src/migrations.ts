import type { Engine } from "./engine.ts";
import { knowledgeBaseStatements } from "./services/knowledge-base-migration.ts";
import { qaStatements } from "./services/qa-migration.ts";
import { replyStatements } from "./services/reply-migration.ts";
import { alertDeliveryStatements, sentimentStatements } from "./services/sentiment-migration.ts";
import { solvedAnswersStatements } from "./services/solved-answers-migration.ts";
import { triageStatements } from "./services/triage-migration.ts";

/** The first format: each entry is one statement. Never edit one that was released; append a migration instead. */
function first({ columns: { id, int, real, blob, sequence } }: Engine): string[] {
  return [
    `create table connection (uid ${id} primary key, name text not null unique, kind text not null, account_fingerprint text not null,
      account_label text not null, ingest_from ${int} not null)`,
    `create table poller (connection_uid ${id} primary key, cursor text, due_at ${int} not null, polled_at ${int}, owner text, lease_until ${int})`,
    `create table delivery (connection_uid ${id} not null, key text not null, event_ids text not null, received_at ${int} not null,
      primary key (connection_uid, key))`,
    `create index delivery_age on delivery (received_at)`,
    `create table ticket_event (seq ${sequence}, id ${id} not null unique, lane ${id} not null, connection_uid ${id} not null,
      ticket_id text not null, kind text not null, key text not null, source text not null, lane_class text not null,
      occurred_at ${int} not null, received_at ${int} not null, state text not null, attempts ${int} not null, error text,
      unique (connection_uid, key))`,
    `create index ticket_event_open on ticket_event (lane, seq) where state = 'open'`,
    `create index ticket_event_unfinished on ticket_event (received_at) where state = 'open'`,
    `create index ticket_event_dead on ticket_event (id) where state = 'dead'`,
    `create table lane (key ${id} primary key, connection_uid ${id} not null, ticket_id text not null, class text not null,
      due_at ${int}, owner text, fence ${int} not null, lease_until ${int}, own_write_at ${int})`,
    `create index lane_due on lane (class, due_at) where due_at is not null`,
    `create table run (id ${id} primary key, lane ${id} not null, connection_uid ${id} not null, ticket_id text not null, event_ids text not null,
      started_at ${int} not null, finished_at ${int}, outcome text not null, model_version text, policy_version text, language text, trace text not null)`,
    `create index run_ticket on run (ticket_id, id)`,
    `create table decision (id ${id} primary key, run_id ${id} not null, lane ${id} not null, connection_uid ${id} not null,
      ticket_system text not null, ticket_id text not null, field text not null, value text, confidence ${real}, decision text not null,
      would_be text, mode text not null, reason text not null, previous text, threshold ${real}, model_version text,
      written ${int} not null, created_at ${int} not null, outcome text)`,
    `create index decision_ticket on decision (ticket_system, ticket_id, id)`,
    `create index decision_run on decision (run_id)`,
    `create index decision_pending on decision (lane) where outcome is null`,
    `create table effect (key ${id} primary key, lane ${id} not null, run_id ${id} not null, kind text not null, purpose text not null, intent text not null,
      before text not null, marker text, state text not null, fence ${int} not null, created_at ${int} not null)`,
    `create index effect_lane on effect (lane, created_at)`,
    `create table settled_cause (key ${id} primary key, lane ${id} not null)`,
    `create table field_claim (lane ${id} not null, field text not null, baseline text, last_written text, owner text not null, primary key (lane, field))`,
    `create table training_example (connection_uid ${id} not null, ticket_id ${id} not null, subject text not null, body text not null, labels text not null,
      metadata text not null, language text, sender text, created_at ${int} not null, provenance text not null, primary key (connection_uid, ticket_id))`,
    `create index training_example_age on training_example (connection_uid, created_at, ticket_id)`,
    `create table model (version ${id} not null, connection_uid ${id} not null, sha256 text not null, bytes ${int} not null, trained_at ${int} not null,
      examples ${int} not null, targets text not null, languages text not null, figures text not null, primary key (connection_uid, version))`,
    `create table model_blob (sha256 text primary key, bytes ${blob} not null)`,
    `create table champion (connection_uid ${id} primary key, version ${id} not null, at ${int} not null, "by" text not null,
      foreign key (connection_uid, version) references model (connection_uid, version))`,
    `create table policy_version (id ${id} primary key, source text not null, "by" text not null, at ${int} not null, body text not null)`,
    `create table setting (key text primary key, value text not null)`,
    `create table audit (id ${id} primary key, at ${int} not null, actor text not null, action text not null, subject text not null, details text not null)`,
    `create table idempotent_answer (key text primary key, content_hash text not null, status ${int}, body text, asked_at ${int} not null)`,
    `create index idempotent_answer_age on idempotent_answer (asked_at)`,
    `create table chore (name ${id} primary key, due_at ${int} not null, owner text, lease_until ${int}, done_at ${int}, result text)`,
    `create table rate_budget (connection_uid ${id} not null, class text not null, "limit" ${int}, remaining ${int}, resets_at ${int}, blocked_until ${int},
      primary key (connection_uid, class))`,
  ];
}

/** What plugins keep for their connections. */
function pluginDocuments({ columns: { id } }: Engine): string[] {
  return [
    `create table plugin_document (connection_uid ${id} not null, key ${id} not null, value text not null, primary key (connection_uid, key))`,
  ];
}

/** What language models used, by day, and what they answered, by the hash of what they were asked. */
function modelCalls({ columns: { id, int, real } }: Engine): string[] {
  return [
    `create table model_usage (day ${id} not null, model ${id} not null, calls ${int} not null, prompt_tokens ${int} not null,
      completion_tokens ${int} not null, cost ${real} not null, reserved_tokens ${int} not null, reserved_cost ${real} not null,
      primary key (day, model))`,
    `create table model_answer (hash text primary key, answer text not null, at ${int} not null)`,
    `create index model_answer_age on model_answer (at)`,
  ];
}

/** What the erasure of a person and the retention of documents need to know. */
function privacy({ name, columns: { id, int } }: Engine): string[] {
  const now = name === "sqlite" ? "unixepoch() * 1000" : "extract(epoch from now())::bigint * 1000";
  return [
    `alter table plugin_document add column changed_at ${int} not null default 0`,
    `update plugin_document set changed_at = ${now}`,
    `alter table model add column retrain_since ${int}`,
    `create table erased_sender (connection_uid ${id} not null, sender text not null, at ${int} not null, primary key (connection_uid, sender))`,
  ];
}

/** What became of decisions, what test tickets said of models, and which one served before. */
function learningLoop({ columns: { id, int } }: Engine): string[] {
  return [
    `alter table decision add column outcome_value text`,
    `alter table decision add column outcome_at ${int}`,
    `create index decision_outcome on decision (connection_uid, outcome_at) where outcome_at is not null`,
    `create index decision_written on decision (connection_uid, id) where written = 1`,
    `alter table model add column verdict text`,
    `alter table champion add column former ${id}`,
  ];
}

/** The helpdesk of what the services keep by ticket number; nobody can tell it of older rows. */
function connectionsOfServices(): string[] {
  return [`alter table qa_evaluation add column connection text`, `alter table kb_query add column connection text`];
}

/** Index + 1 is the format version of the database. */
export const migrations: readonly ((engine: Engine) => string[])[] = [
  (engine) => [
    ...first(engine),
    ...knowledgeBaseStatements(engine),
    ...qaStatements(engine),
    ...replyStatements(engine),
    ...sentimentStatements(engine),
    ...triageStatements(engine),
  ],
  pluginDocuments,
  modelCalls,
  privacy,
  solvedAnswersStatements,
  alertDeliveryStatements,
  learningLoop,
  connectionsOfServices,
];
