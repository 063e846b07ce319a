import { attribute } from "../policy/attribute.ts";
import type { Effect } from "../ports/journal.ts";
import { isFinal } from "../writes/is-final.ts";
import { permissionOf } from "../writes/permission.ts";
import type { EffectReport } from "../writes/write-gate.ts";
import { recordRefusal } from "./record-refusal.ts";
import { outcomeOf, recordReports, writeTargets } from "./settle-run.ts";
import type { Visit } from "./visit.ts";

/**
 * Goes on with what an earlier worker left behind, as far as the policy of now permits.
 * @returns false when the lane was settled by a refusal, so that nothing may follow.
 */
export async function resumeEffects(visit: Visit, effects: readonly Effect[]): Promise<boolean> {
  const { claim, ports, connected, policy } = visit;
  const permission = permissionOf(policy);
  const reports: EffectReport[] = [];
  const runIds = [...new Set(effects.map((effect) => effect.runId))];
  for (const effect of effects) {
    try {
      const report = await ports.gate.resume(claim, connected, effect, visit.ticket, permission);
      visit.ticket = report.ticket;
      reports.push(report);
    } catch (error) {
      if (!isFinal(error)) throw error;
      // The gate has put it down as refused; only a triage stands for the whole event.
      if (effect.purpose !== "triage") continue;
      await recordRefusal(ports, claim, runIds, error, async (tx) => {
        await recordReports(tx, claim, reports, visit.claims, policy);
      });
      return false;
    }
  }
  await ports.store.write(async (tx) => {
    visit.claims = await recordReports(tx, claim, reports, visit.claims, policy);
    for (const runId of runIds) {
      const run = await tx.journal.getRun(runId);
      if (run === null) continue;
      const own = reports.filter(({ effect }) => effect.runId === runId);
      const refused = own.flatMap((report) => report.refused);
      await tx.journal.finishRun(runId, outcomeOf(own), ports.clock.now(), { ...run.trace, refused, resumed: true });
    }
    const open = await tx.journal.openDecisions(claim.key);
    await tx.journal.setOutcomes(claim.key, attribute(open, visit.ticket, writeTargets(policy)));
  });
  return true;
}
