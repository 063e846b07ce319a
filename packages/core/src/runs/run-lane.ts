import { OtaiError } from "@otai/plugin-api/errors";
import type { Ticket } from "@otai/plugin-api/ticket";
import { attribute } from "../policy/attribute.ts";
import type { FieldClaim } from "../policy/claim.ts";
import { reviewClaims } from "../policy/ownership.ts";
import type { ClaimedLane } from "../ports/inbox.ts";
import type { Effect, Run, StoredDecision } from "../ports/journal.ts";
import type { Transaction } from "../ports/store.ts";
import type { ConnectedSystem } from "../ports/ticket-systems.ts";
import { findOccasions } from "./find-occasions.ts";
import { resumeEffects } from "./resume-effects.ts";
import type { RunPorts } from "./run-ports.ts";
import { runSteps } from "./run-steps.ts";
import { allDone, writeTargets } from "./settle-run.ts";
import { takeOffRiskTag } from "./take-off-risk-tag.ts";
import { tellOfTicket } from "./tell-of-ticket.ts";
import { type Closing, openVisit, type Visit } from "./visit.ts";

/** What the store knows of a lane before the ticket is read. */
interface LaneMemory {
  readonly effects: readonly Effect[];
  readonly claims: readonly FieldClaim[];
  readonly open: readonly StoredDecision[];
}

/**
 * Works off everything that was open in a lane: goes on with what an earlier worker left, reads the ticket afresh, asks the services
 * that the occasion calls for, one after the other, and records what agents did. Whatever was asked is settled with its answer, so
 * that a crash or a failure between two steps repeats neither; the last step's commit settles the events.
 */
export async function runLane(claim: ClaimedLane, ports: RunPorts): Promise<void> {
  const connected = ports.systems.get(claim.connectionUid);
  const memory = await ports.store.read((tx) => remember(tx, claim));
  const ticket = await readTicket(connected, claim.ticketId);
  if (ticket === null) return close(claim, ports, memory, "tombstone");

  const policy = await ports.policies.current(claim.connectionUid);
  const visit = openVisit({ claim, ports, connected, policy, ticket, claims: memory.claims });
  if (memory.effects.length > 0 && !(await resumeEffects(visit, memory.effects))) return;

  await takeOffRiskTag(visit);

  const created = claim.events.some((event) => event.kind === "ticket-created");
  if (created && ticket.createdAt < connected.ingestFrom) return close(claim, ports, memory, "before-watermark");
  if (created && ticket.tombstone !== null) return close(claim, ports, memory, "tombstone");

  const finish: Closing = async (tx) => {
    await recordOutcomes(tx, visit, memory);
    await tx.inbox.finish(claim, allDone(claim));
  };
  await runSteps(visit, await findOccasions(visit, created), finish);
  // The work is done; a figure that could not be kept comes with the next visit.
  await tellOfTicket(visit).catch((error: unknown) => {
    ports.log.warn({ lane: claim.key, reason: (error as Error).message }, "how the ticket stands could not be kept");
  });
}

async function remember(tx: Transaction, claim: ClaimedLane): Promise<LaneMemory> {
  return {
    effects: await tx.journal.unfinishedEffects(claim.key),
    claims: await tx.journal.getClaims(claim.key),
    open: await tx.journal.openDecisions(claim.key),
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

/** What agents did since; claims that this visit's own triage opened are newer than the memory. */
async function recordOutcomes(tx: Transaction, visit: Visit, memory: LaneMemory): Promise<void> {
  const { claim, ticket, policy } = visit;
  await tx.journal.setOutcomes(claim.key, attribute(memory.open, ticket, writeTargets(policy)));
  if (visit.claims.length > 0) await tx.journal.putClaims(claim.key, reviewClaims(ticket, visit.claims));
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
