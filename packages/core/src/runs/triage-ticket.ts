import type { Answers } from "@otai/plugin-api/answers";
import { type Decided, decide } from "../policy/decide.ts";
import type { Decision } from "../policy/decision.ts";
import { openClaims, reviewClaims } from "../policy/ownership.ts";
import { plan } from "../policy/plan.ts";
import type { Policy } from "../policy/policy.ts";
import type { Effect, Run, StoredDecision } from "../ports/journal.ts";
import type { ConnectedSystem } from "../ports/ticket-systems.ts";
import type { TriageAnswer } from "../ports/triage.ts";
import { valuesBefore } from "../writes/effect-parts.ts";
import { isHeldOut } from "./held-out.ts";
import { perform } from "./perform.ts";
import { triageEffectKey, writeTargets } from "./settle-run.ts";
import { triageNote } from "./triage-note.ts";
import { triageResults } from "./triage-results.ts";
import { type Closing, causeKey, newEffect, newRun, type Visit } from "./visit.ts";

const hour = 60 * 60 * 1000;

/** suggest → decide → plan → write, for a ticket that was created. */
export async function triageTicket(visit: Visit, closing: Closing): Promise<boolean> {
  const { claim, ports, connected, ticket, policy } = visit;
  const targets = writeTargets(policy);
  const schema = await connected.schema();
  const answer = await ports.triage.suggest({
    connectionUid: claim.connectionUid,
    ticket,
    precision: Object.fromEntries(policy.fields.map((field) => [field.field, field.precision])),
  });
  const claims = reviewClaims(ticket, openClaims(ticket, [...targets.values()], visit.claims));
  const recent = await ports.store.read((tx) => tx.journal.countEffects(claim.key, "triage", ports.clock.now() - hour));
  const decided = capped(
    decide({
      ticket,
      claims,
      suggestions: answer.suggestions,
      policy,
      schema,
      heldOut: isHeldOut(claim.ticketId, policy.holdout),
    }),
    recent,
    policy,
  );
  const planned = plan(decided, ticket, claims, schema, targets);
  const run = newRun(visit, "triage", {
    modelVersion: answer.modelVersion,
    language: answer.language,
    trace: { suggestions: answer.suggestions },
  });
  const decisions = planned.decisions.map((decision) => toStored(decision, run, connected, ports.ids.next("d")));
  const effects = planEffects(visit, run, planned, answer);
  learnFacts(visit, answer);
  visit.claims = claims;
  await ports.gate.reportAbstentions(claim, connected, planned.decisions);
  return perform(visit, { run, decisions, claims, settles: [triageCause(visit)], effects }, closing);
}

export function triageCause(visit: Visit): string {
  return causeKey(visit, "triage-asked", "created");
}

/** What later steps may depend on. */
function learnFacts(visit: Visit, { suggestions, language }: TriageAnswer): void {
  const valueFor = (field: string) =>
    suggestions.find((suggestion) => suggestion.field === field && suggestion.abstainReason === null)?.value ?? null;
  visit.facts = {
    ...visit.facts,
    category: valueFor("category"),
    urgency: valueFor("urgency"),
    language: visit.facts.language ?? language,
  };
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
function planEffects(visit: Visit, run: Run, planned: ReturnType<typeof plan>, answer: TriageAnswer): Effect[] {
  const { claim, connected, policy, ticket } = visit;
  const spoke = planned.decisions.some(
    (decision) => decision.decision === "automate" || decision.decision === "suggest",
  );
  const note =
    policy.triageNote && spoke && !policy.paused ? triageNote(run.id, planned.decisions, answer.suggestions) : null;
  const together = note !== null && planned.intent !== null && connected.system.quirks.noteWithUpdate;
  const effects: Effect[] = [];
  const answers = answersOf(run, answer, planned.decisions);
  if (planned.intent !== null) {
    effects.push(
      newEffect(visit, run, "triage", {
        key: triageEffectKey(claim, "triage"),
        kind: "fields",
        intent: together ? { ...planned.intent, note } : planned.intent,
        before: valuesBefore(planned.intent, ticket),
        marker: together ? note.marker : null,
        answers,
      }),
    );
  }
  if (note !== null && !together && connected.system.write.addNote !== undefined) {
    effects.push(
      newEffect(visit, run, "triage", {
        key: triageEffectKey(claim, "triage-note"),
        kind: "note",
        intent: { note },
        before: {},
        marker: note.marker,
        answers,
      }),
    );
  }
  return effects;
}

function answersOf(run: Run, { suggestions }: TriageAnswer, decisions: readonly Decision[]): Answers {
  const { classified, routed } = triageResults(run, suggestions, decisions);
  return {
    ...(classified === null ? {} : { "ticket.classified": classified }),
    ...(routed === null ? {} : { "ticket.routed": routed }),
  };
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
