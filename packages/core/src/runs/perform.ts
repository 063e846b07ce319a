import type { FieldClaim } from "../policy/claim.ts";
import type { Effect, Run, StoredDecision } from "../ports/journal.ts";
import { isFinal } from "../writes/is-final.ts";
import type { EffectReport } from "../writes/write-gate.ts";
import { recordRefusal } from "./record-refusal.ts";
import { outcomeOf, recordReports } from "./settle-run.ts";
import type { Closing, Visit } from "./visit.ts";

/** What a step came to, before anything of it happens. */
export interface StepPlan {
  readonly run: Run;
  readonly decisions?: readonly StoredDecision[];
  readonly claims?: readonly FieldClaim[];
  /** Keys of the causes that are dealt with by it. */
  readonly settles: readonly string[];
  readonly effects: readonly Effect[];
}

/**
 * Journals a step and carries out its effects, one after the other. A triage that the ticket system refuses for good ends the visit
 * and parks its events for a person; of the other services' effects (a requester who is an agent, D30) it is noted with the run
 * and holds nothing up.
 * @returns false when the lane was settled by a refusal, so that nothing may follow.
 * @throws whatever decides about a retry; the effects' states say how far it came.
 */
export async function perform(visit: Visit, plan: StepPlan, closing: Closing): Promise<boolean> {
  const { ports, claim } = visit;
  const { effects, run } = plan;
  const begun: Run = effects.length > 0 ? run : { ...run, finishedAt: run.startedAt, outcome: "nothing-to-write" };
  await ports.store.write(async (tx) => {
    await tx.inbox.assertHeld(claim);
    await tx.journal.addRun(begun);
    await tx.journal.addDecisions(plan.decisions ?? []);
    if (plan.claims !== undefined) await tx.journal.putClaims(claim.key, plan.claims);
    for (const key of plan.settles) await tx.journal.settleCause(key, claim.key);
    for (const effect of effects) await tx.journal.addEffect(effect);
    if (effects.length === 0) await closing(tx);
  });
  if (effects.length === 0) return true;

  const reports: EffectReport[] = [];
  const refused: { purpose: string; kind: string; message: string }[] = [];
  for (const effect of effects) {
    try {
      const report = await ports.gate.send(claim, visit.connected, effect, visit.ticket);
      visit.ticket = report.ticket;
      reports.push(report);
      for (const { field, message } of report.refused) refused.push({ purpose: effect.purpose, kind: field, message });
    } catch (error) {
      if (!isFinal(error)) throw error;
      if (effect.purpose === "triage") {
        await recordRefusal(ports, claim, [run.id], error, async (tx) => {
          await recordReports(tx, claim, reports, visit.claims, visit.policy);
        });
        return false;
      }
      refused.push({ purpose: effect.purpose, kind: effect.kind, message: error.message });
    }
  }
  await ports.store.write(async (tx) => {
    visit.claims = await recordReports(tx, claim, reports, visit.claims, visit.policy);
    await tx.journal.finishRun(run.id, outcomeOf(reports), ports.clock.now(), { ...run.trace, refused });
    await closing(tx);
  });
  return true;
}
