import { OtaiError } from "@otai/plugin-api/errors";
import type { Ticket } from "@otai/plugin-api/ticket";
import { attribute } from "../policy/attribute.ts";
import type { FieldClaim } from "../policy/claim.ts";
import { reviewClaims } from "../policy/ownership.ts";
import type { Policy } from "../policy/policy.ts";
import type { ClaimedLane } from "../ports/inbox.ts";
import type { Effect, Run, StoredDecision } from "../ports/journal.ts";
import type { Transaction } from "../ports/store.ts";
import type { ConnectedSystem } from "../ports/ticket-systems.ts";
import { isFinal } from "../writes/is-final.ts";
import { permissionOf } from "../writes/permission.ts";
import type { EffectReport } from "../writes/write-gate.ts";
import { recordRefusal } from "./record-refusal.ts";
import type { RunPorts } from "./run-ports.ts";
import { allDone, outcomeOf, recordReports, triageEffectKey, writeTargets } from "./settle-run.ts";
import { triageTicket } from "./triage-ticket.ts";

/** What the store knows of a lane before the ticket is read. */
interface LaneMemory {
  readonly effects: readonly Effect[];
  readonly claims: readonly FieldClaim[];
  readonly open: readonly StoredDecision[];
  readonly triaged: boolean;
}

/**
 * Works off everything that was open in a lane: goes on with what an earlier worker left, reads the ticket afresh, records what
 * agents did, and triages a new ticket. All events of the claim are settled by one commit.
 */
export async function runLane(claim: ClaimedLane, ports: RunPorts): Promise<void> {
  const connected = ports.systems.get(claim.connectionUid);
  const memory = await ports.store.read((tx) => remember(tx, claim));
  const ticket = await readTicket(connected, claim.ticketId);
  if (ticket === null) return close(claim, ports, memory, "tombstone");

  const policy = await ports.policies.current(claim.connectionUid);
  if (memory.effects.length > 0) return resume(claim, ports, connected, memory, ticket, policy);

  const created = claim.events.some((event) => event.kind === "ticket-created");
  if (created && !memory.triaged) {
    if (ticket.createdAt < connected.ingestFrom) return close(claim, ports, memory, "before-watermark");
    if (ticket.tombstone !== null) return close(claim, ports, memory, "tombstone");
    return triageTicket(claim, ports, connected, ticket, memory.claims, policy);
  }
  await ports.store.write(async (tx) => {
    await recordOutcomes(tx, claim, memory, ticket, policy);
    await tx.inbox.finish(claim, allDone(claim));
  });
}

async function remember(tx: Transaction, claim: ClaimedLane): Promise<LaneMemory> {
  return {
    effects: await tx.journal.unfinishedEffects(claim.key),
    claims: await tx.journal.getClaims(claim.key),
    open: await tx.journal.openDecisions(claim.key),
    triaged: (await tx.journal.getEffect(triageEffectKey(claim, "triage"))) !== null,
  };
}

async function readTicket(connected: ConnectedSystem, id: string): Promise<Ticket | null> {
  try {
    return await connected.system.read.getTicket(id);
  } catch (error) {
    // Deleted and forbidden tickets stay in lists for a while (U23); there is nothing to repeat.
    if (OtaiError.is(error) && (error.code === "not-found" || error.code === "permission")) return null;
    throw error;
  }
}

async function recordOutcomes(
  tx: Transaction,
  claim: ClaimedLane,
  memory: LaneMemory,
  ticket: Ticket,
  policy: Policy,
): Promise<void> {
  await tx.journal.setOutcomes(claim.key, attribute(memory.open, ticket, writeTargets(policy)));
  if (memory.claims.length > 0) await tx.journal.putClaims(claim.key, reviewClaims(ticket, memory.claims));
}

/** Ends the lane's work without a write. */
async function close(
  claim: ClaimedLane,
  ports: RunPorts,
  memory: LaneMemory,
  outcome: Extract<Run["outcome"], "tombstone" | "before-watermark">,
): Promise<void> {
  const at = ports.clock.now();
  await ports.store.write(async (tx) => {
    await tx.journal.addRun({
      id: ports.ids.next("r"),
      lane: claim.key,
      connectionUid: claim.connectionUid,
      ticketId: claim.ticketId,
      eventIds: claim.events.map((event) => event.id),
      startedAt: at,
      finishedAt: at,
      outcome,
      modelVersion: null,
      policyVersion: null,
      language: null,
      trace: {},
    });
    for (const effect of memory.effects) await tx.journal.setEffectState(effect.key, "refused", claim.fence);
    await tx.inbox.finish(claim, allDone(claim));
  });
}

/** Goes on with what an earlier worker left behind, then settles the lane. */
async function resume(
  claim: ClaimedLane,
  ports: RunPorts,
  connected: ConnectedSystem,
  memory: LaneMemory,
  ticket: Ticket,
  policy: Policy,
): Promise<void> {
  const permission = permissionOf(policy);
  const reports: EffectReport[] = [];
  const runIds = [...new Set(memory.effects.map((effect) => effect.runId))];
  try {
    for (const effect of memory.effects) {
      const seen = reports.at(-1)?.ticket ?? ticket;
      reports.push(await ports.gate.resume(claim, connected, effect, seen, permission));
    }
  } catch (error) {
    if (!isFinal(error)) throw error;
    return recordRefusal(ports, claim, runIds, error, (tx) => recordReports(tx, claim, reports, memory.claims, policy));
  }
  const seen = reports.at(-1)?.ticket ?? ticket;
  const at = ports.clock.now();
  await ports.store.write(async (tx) => {
    await recordReports(tx, claim, reports, memory.claims, policy);
    for (const runId of runIds) {
      const run = await tx.journal.getRun(runId);
      if (run === null) continue;
      const refused = reports.flatMap((report) => report.refused);
      await tx.journal.finishRun(runId, outcomeOf(reports), at, {
        ...run.trace,
        refused,
        resumed: true,
      });
    }
    const open = await tx.journal.openDecisions(claim.key);
    await tx.journal.setOutcomes(claim.key, attribute(open, seen, writeTargets(policy)));
    await tx.inbox.finish(claim, allDone(claim));
  });
}
