import { type Occasion, stepsOn } from "../policy/lifecycle.ts";
import type { Visit } from "./visit.ts";

/**
 * What the visit is about, in order. Events are hints: a reply or a resolution is found by looking at the ticket, however we came
 * to look, so that a lost webhook costs no analysis (R05).
 */
export async function findOccasions(visit: Visit, created: boolean): Promise<Occasion[]> {
  const { claim, ticket } = visit;
  const dead = ticket.tombstone !== null && ticket.tombstone !== "closed";
  if (dead) return created ? ["ticket-created"] : [];
  const solved = ticket.status === "solved" || ticket.status === "closed";
  const found: Occasion[] = created ? ["ticket-created"] : [];
  if (claim.events.some(({ kind }) => kind !== "ticket-created") && (await replied(visit)))
    found.push("customer-replied");
  if (claim.events.some(({ kind }) => kind === "draft-requested")) found.push("draft-requested");
  if (solved && resolvedSince(visit)) found.push("ticket-resolved");
  return found;
}

/** Reading the thread costs calls, so nobody looks where nobody would be asked. */
async function replied(visit: Visit): Promise<boolean> {
  const { policy, facts, connected } = visit;
  const own = policy.lifecycle.pipelines.some(({ on }) => on === "customer-replied");
  if (!own && stepsOn("customer-replied", policy.lifecycle, facts).length === 0) return false;
  const thread = await visit.thread();
  return thread.some(
    ({ cause, role, createdAt }) => cause !== "created" && role === "customer" && createdAt >= connected.ingestFrom,
  );
}

function resolvedSince({ ticket, connected }: Visit): boolean {
  return (ticket.solvedAt ?? ticket.updatedAt) >= connected.ingestFrom;
}
