import type { Connection } from "@otai/core/ports/connections";
import type { ClaimedLane, LaneOutcome, NewTicketEvent } from "@otai/core/ports/inbox";
import type { Effect, Run, StoredDecision } from "@otai/core/ports/journal";
import type { ModelRecord, TrainingExample } from "@otai/core/ports/learning";
import type { Store } from "@otai/core/ports/store";

const monday = Date.UTC(2026, 0, 5, 8);

export function sampleEvent(ticketId: string, change: Partial<NewTicketEvent> = {}): NewTicketEvent {
  return {
    connectionUid: "c-1",
    ticketId,
    kind: "ticket-created",
    key: `created ${ticketId}`,
    source: "webhook",
    occurredAt: monday,
    laneClass: "live",
    ...change,
  };
}

/** @returns the id of the stored event. */
export async function addEvent(store: Store, ticketId: string, change: Partial<NewTicketEvent> = {}): Promise<string> {
  return (await store.write((tx) => tx.inbox.add(sampleEvent(ticketId, change)))).eventId;
}

export async function claimLane(store: Store, owner = "worker-1", leaseMs = 60_000): Promise<ClaimedLane> {
  const claim = await store.write((tx) => tx.inbox.claim(owner, leaseMs));
  if (claim === null) throw new Error(`${owner} found no lane that is due and free`);
  return claim;
}

export function tryToClaim(store: Store, owner = "worker-1", leaseMs = 60_000): Promise<ClaimedLane | null> {
  return store.write((tx) => tx.inbox.claim(owner, leaseMs));
}

export function allDone(claim: ClaimedLane): LaneOutcome {
  return { done: claim.events.map((event) => event.id), dead: [], snooze: null };
}

export function snoozed(delayMs: number, burnsAttempt = true, error = "unavailable: try later"): LaneOutcome {
  return { done: [], dead: [], snooze: { delayMs, error, burnsAttempt } };
}

export function finishLane(store: Store, claim: ClaimedLane, outcome: LaneOutcome): Promise<void> {
  return store.write((tx) => tx.inbox.finish(claim, outcome));
}

export function sampleConnection(uid: string, change: Partial<Connection> = {}): Connection {
  return {
    uid,
    name: `desk ${uid}`,
    kind: "otai-sample:SampleTicketsystemService",
    accountFingerprint: `fingerprint of ${uid}`,
    accountLabel: "desk.example",
    ingestFrom: monday,
    ...change,
  };
}

export function sampleRun(id: string, change: Partial<Run> = {}): Run {
  return {
    id,
    lane: "c-1/1",
    connectionUid: "c-1",
    ticketId: "1",
    eventIds: ["ev-1", "ev-2"],
    startedAt: monday,
    finishedAt: null,
    outcome: "running",
    modelVersion: "triage-0a1b2c3d",
    policyVersion: null,
    language: "de",
    trace: { suggestions: [{ field: "queue", value: "Rückgabe" }] },
    ...change,
  };
}

export function sampleDecision(id: string, change: Partial<StoredDecision> = {}): StoredDecision {
  return {
    id,
    connectionUid: "c-1",
    ticketSystem: "desk",
    ticketId: "1",
    runId: "r-1",
    field: "queue",
    value: "Billing",
    confidence: 0.875,
    decision: "automate",
    wouldBe: null,
    mode: "automate",
    reason: "95 % of such tickets went to Billing",
    previous: null,
    threshold: 0.8,
    modelVersion: null,
    written: false,
    createdAt: monday,
    outcome: null,
    ...change,
  };
}

export function sampleEffect(key: string, change: Partial<Effect> = {}): Effect {
  return {
    key,
    lane: "c-1/1",
    runId: "r-1",
    kind: "fields",
    purpose: "triage",
    intent: { queue: { id: "7", name: "Billing" }, addTags: ["otai"] },
    before: { queue: null },
    marker: null,
    state: "planned",
    fence: 1,
    createdAt: monday,
    ...change,
  };
}

export function sampleExample(ticketId: string, change: Partial<TrainingExample> = {}): TrainingExample {
  return {
    connectionUid: "c-1",
    ticketId,
    subject: `Invoice ${ticketId}`,
    body: "The total does not match what I ordered.",
    labels: { queue: "Billing", priority: "high" },
    metadata: ["channel=email"],
    language: "en",
    sender: "5e4d3c",
    createdAt: monday,
    provenance: "human_set",
    ...change,
  };
}

export function sampleModel(version: string, change: Partial<ModelRecord> = {}): ModelRecord {
  return {
    version,
    connectionUid: "c-1",
    sha256: `sha of ${version}`,
    bytes: 3,
    trainedAt: monday,
    examples: 3000,
    targets: ["queue", "priority"],
    languages: { en: 0.75, de: 0.25 },
    figures: { queue: { precision: 0.96 } },
    ...change,
  };
}
