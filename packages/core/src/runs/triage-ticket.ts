import type { Ticket } from "@otai/plugin-api/ticket";
import type { FieldClaim } from "../policy/claim.ts";
import { type Decided, decide } from "../policy/decide.ts";
import type { Decision } from "../policy/decision.ts";
import { openClaims, reviewClaims } from "../policy/ownership.ts";
import { plan } from "../policy/plan.ts";
import type { Policy } from "../policy/policy.ts";
import type { ClaimedLane } from "../ports/inbox.ts";
import type { Effect, Run, StoredDecision } from "../ports/journal.ts";
import type { ConnectedSystem } from "../ports/ticket-systems.ts";
import type { TriageAnswer } from "../ports/triage.ts";
import { valuesBefore } from "../writes/effect-parts.ts";
import { isFinal } from "../writes/is-final.ts";
import type { EffectReport } from "../writes/write-gate.ts";
import { isHeldOut } from "./held-out.ts";
import { recordRefusal } from "./record-refusal.ts";
import type { RunPorts } from "./run-ports.ts";
import { allDone, outcomeOf, recordReports, triageEffectKey, writeTargets } from "./settle-run.ts";
import { triageNote } from "./triage-note.ts";

const hour = 60 * 60 * 1000;

/** suggest → decide → plan → write, for a ticket that was created. The tail is the same for every run. */
export async function triageTicket(
  claim: ClaimedLane,
  ports: RunPorts,
  connected: ConnectedSystem,
  ticket: Ticket,
  knownClaims: readonly FieldClaim[],
  policy: Policy,
): Promise<void> {
  const startedAt = ports.clock.now();
  const runId = ports.ids.next("r");
  const targets = writeTargets(policy);
  const schema = await connected.schema();
  const answer = await ports.triage.suggest({
    connectionUid: claim.connectionUid,
    ticket,
    precision: Object.fromEntries(policy.fields.map((field) => [field.field, field.precision])),
  });
  const claims = reviewClaims(ticket, openClaims(ticket, [...targets.values()], knownClaims));
  const recent = await ports.store.read((tx) => tx.journal.countEffects(claim.key, startedAt - hour));
  const decided = capped(
    decide({
      ticket,
      claims,
      suggestions: answer.suggestions,
      policy,
      schema,
      heldOut: isHeldOut(claim.connectionUid, claim.ticketId, policy.holdout),
    }),
    recent,
    policy,
  );
  const planned = plan(decided, ticket, claims, schema, targets);
  const effects = planEffects(claim, connected, ticket, runId, startedAt, policy, planned, answer);
  const run: Run = {
    id: runId,
    lane: claim.key,
    connectionUid: claim.connectionUid,
    ticketId: claim.ticketId,
    eventIds: claim.events.map((event) => event.id),
    startedAt,
    finishedAt: effects.length === 0 ? startedAt : null,
    outcome: effects.length === 0 ? "nothing-to-write" : "running",
    modelVersion: answer.modelVersion,
    policyVersion: policy.version,
    language: answer.language,
    trace: { suggestions: answer.suggestions },
  };
  const stored = planned.decisions.map((decision) => toStored(decision, run, connected, ports.ids.next("d")));

  await ports.store.write(async (tx) => {
    await tx.inbox.assertHeld(claim);
    await tx.journal.addRun(run);
    await tx.journal.addDecisions(stored);
    await tx.journal.putClaims(claim.key, claims);
    for (const effect of effects) await tx.journal.addEffect(effect);
    if (effects.length === 0) await tx.inbox.finish(claim, allDone(claim));
  });
  if (effects.length === 0) return;

  const reports: EffectReport[] = [];
  try {
    for (const effect of effects) {
      reports.push(await ports.gate.send(claim, connected, effect, reports.at(-1)?.ticket ?? ticket));
    }
  } catch (error) {
    if (!isFinal(error)) throw error;
    return recordRefusal(ports, claim, [runId], error, (tx) => recordReports(tx, claim, reports, claims, policy));
  }
  await ports.store.write(async (tx) => {
    await recordReports(tx, claim, reports, claims, policy);
    const refused = reports.flatMap((report) => report.refused);
    await tx.journal.finishRun(runId, outcomeOf(reports), ports.clock.now(), { ...run.trace, refused });
    await tx.inbox.finish(claim, allDone(claim));
  });
}

/** The loop guard's last line: a ticket that was written often within the hour is left alone. */
function capped(decided: Decided, recent: number, policy: Policy): Decided {
  if (recent < policy.actionsPerTicketPerHour) return decided;
  const reason = `already ${recent} AI writes on this ticket within an hour`;
  return {
    labels: { category: null, urgency: null, confidence: null },
    decisions: decided.decisions.map(
      (decision): Decision =>
        decision.decision === "automate" ? { ...decision, decision: "suggest", reason } : decision,
    ),
  };
}

/** Fields first, then the note; one effect where the system takes both in one call. */
function planEffects(
  claim: ClaimedLane,
  connected: ConnectedSystem,
  ticket: Ticket,
  runId: string,
  createdAt: number,
  policy: Policy,
  planned: ReturnType<typeof plan>,
  answer: TriageAnswer,
): Effect[] {
  const spoke = planned.decisions.some(
    (decision) => decision.decision === "automate" || decision.decision === "suggest",
  );
  const note =
    policy.triageNote && spoke && !policy.paused ? triageNote(runId, planned.decisions, answer.suggestions) : null;
  const together = note !== null && planned.intent !== null && connected.system.quirks.noteWithUpdate;
  const effects: Effect[] = [];
  const base = { lane: claim.key, runId, state: "sent" as const, fence: claim.fence, createdAt };
  if (planned.intent !== null) {
    effects.push({
      ...base,
      key: triageEffectKey(claim, "triage"),
      kind: "fields",
      intent: together ? { ...planned.intent, note } : planned.intent,
      before: valuesBefore(planned.intent, ticket),
      marker: together ? note.marker : null,
    });
  }
  if (note !== null && !together && connected.system.write.addNote !== undefined) {
    effects.push({
      ...base,
      key: triageEffectKey(claim, "triage-note"),
      kind: "note",
      intent: { note },
      before: {},
      marker: note.marker,
    });
  }
  return effects;
}

function toStored(decision: Decision, run: Run, connected: ConnectedSystem, id: string): StoredDecision {
  return {
    ...decision,
    id,
    connectionUid: run.connectionUid,
    ticketSystem: connected.name,
    ticketId: run.ticketId,
    runId: run.id,
    modelVersion: run.modelVersion,
    written: false,
    createdAt: run.startedAt,
    outcome: null,
  };
}
