import type { Effect, Run, StoredDecision } from "@otai/core/ports/journal";
import type { Selectable } from "kysely";
import { storable } from "./storable.ts";
import type { Tables } from "./tables.ts";

export function toRun(row: Selectable<Tables["run"]>): Run {
  return {
    id: row.id,
    lane: row.lane,
    connectionUid: row.connection_uid,
    ticketId: row.ticket_id,
    eventIds: JSON.parse(row.event_ids),
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    outcome: row.outcome as Run["outcome"],
    modelVersion: row.model_version,
    policyVersion: row.policy_version,
    language: row.language,
    trace: JSON.parse(row.trace),
  };
}

export function toDecision(row: Selectable<Tables["decision"]>): StoredDecision {
  return {
    id: row.id,
    runId: row.run_id,
    connectionUid: row.connection_uid,
    ticketSystem: row.ticket_system,
    ticketId: row.ticket_id,
    field: row.field,
    value: row.value,
    confidence: row.confidence,
    decision: row.decision as StoredDecision["decision"],
    wouldBe: row.would_be as StoredDecision["wouldBe"],
    mode: row.mode as StoredDecision["mode"],
    reason: row.reason,
    previous: row.previous,
    threshold: row.threshold,
    modelVersion: row.model_version,
    written: row.written === 1,
    createdAt: row.created_at,
    outcome: row.outcome as StoredDecision["outcome"],
  };
}

export function toEffect(row: Selectable<Tables["effect"]>): Effect {
  return {
    key: row.key,
    lane: row.lane,
    runId: row.run_id,
    kind: row.kind as Effect["kind"],
    purpose: row.purpose as Effect["purpose"],
    intent: JSON.parse(row.intent),
    before: JSON.parse(row.before),
    marker: row.marker,
    state: row.state as Effect["state"],
    fence: row.fence,
    createdAt: row.created_at,
  };
}

export function orNull(text: string | null): string | null {
  return text === null ? null : storable(text);
}
