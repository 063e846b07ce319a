import type { FieldClaim } from "../policy/claim.ts";
import { reviewClaims } from "../policy/ownership.ts";
import type { Policy } from "../policy/policy.ts";
import type { ClaimedLane, LaneOutcome } from "../ports/inbox.ts";
import type { Transaction } from "../ports/store.ts";
import { effectKey } from "../writes/effect-key.ts";
import type { EffectReport } from "../writes/write-gate.ts";

export function triageEffectKey(claim: ClaimedLane, purpose: "triage" | "triage-note"): string {
  return effectKey({ connectionUid: claim.connectionUid, ticketId: claim.ticketId, purpose, cause: "created" });
}

export function allDone(claim: ClaimedLane): LaneOutcome {
  return { done: claim.events.map((event) => event.id), dead: [], snooze: null };
}

/** Field of a decision → where it is written. */
export function writeTargets(policy: Policy): Map<string, string> {
  const targets = new Map<string, string>();
  for (const { field, writeTo } of policy.fields) {
    if (writeTo !== null) targets.set(writeTo === "type" ? "type" : field, writeTo);
  }
  return targets;
}

/** Something of the run stands on the ticket, or everything was taken out of our hands meanwhile. */
export function outcomeOf(reports: readonly EffectReport[]): "written" | "nothing-to-write" {
  return reports.some(({ state }) => state === "confirmed") ? "written" : "nothing-to-write";
}

/**
 * Stores what the gate reported: effects, written and lowered decisions, claims, our own version of the ticket.
 * @returns the claims as they are now.
 */
export async function recordReports(
  tx: Transaction,
  claim: ClaimedLane,
  reports: readonly EffectReport[],
  claims: readonly FieldClaim[],
  policy: Policy,
): Promise<readonly FieldClaim[]> {
  const last = reports.at(-1);
  if (last === undefined) return claims;
  const targets = writeTargets(policy);
  const fieldsOf = (written: readonly string[]) => [
    ...[...targets].filter(([, target]) => written.includes(target)).map(([field]) => field),
    ...(written.includes("tags") ? ["tags"] : []),
  ];
  for (const report of reports) {
    await tx.journal.setEffectState(report.effect.key, report.state, claim.fence);
    if (report.effect.kind === "note" || report.effect.kind === "contact") continue;
    await tx.journal.markWritten(report.effect.runId, fieldsOf(report.written));
    const refused = new Map(report.refused.map((item) => [item.field, item.message]));
    for (const [field, target] of targets) {
      if (report.written.includes(target)) continue;
      const message = refused.get(target);
      const reason =
        message === undefined ? "a human changed the ticket meanwhile" : `refused by the ticket system: ${message}`;
      if (report.planned.includes(target)) await tx.journal.lowerUnwritten(report.effect.runId, [field], reason);
    }
  }
  const own = new Map(reports.flatMap((report) => [...report.ownValues]));
  const updated = claims.map(
    (known): FieldClaim =>
      own.has(known.field) ? { ...known, lastWritten: own.get(known.field) ?? null, owner: "ai" } : known,
  );
  const reviewed = reviewClaims(last.ticket, updated);
  await tx.journal.putClaims(claim.key, reviewed);
  if (last.answered) await tx.journal.setOwnWrite(claim.connectionUid, claim.ticketId, last.ticket.updatedAt);
  return reviewed;
}
