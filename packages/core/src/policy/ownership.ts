import type { Ticket } from "@otai/plugin-api/ticket";
import type { FieldClaim } from "./claim.ts";
import { fieldValue } from "./field-values.ts";

/** Rules that a helpdesk runs when a ticket is created have run by then. */
const creationMs = 10_000;

/**
 * Claims for the targets that have none yet: the first snapshot is the baseline. A ticket that was changed after its creation
 * before we saw it (we were stopped, or slow) may have been sorted by a human: what is filled there is theirs.
 */
export function openClaims(ticket: Ticket, targets: readonly string[], known: readonly FieldClaim[]): FieldClaim[] {
  const untouched = ticket.updatedAt - ticket.createdAt <= creationMs;
  return targets.map((target): FieldClaim => {
    const claim = known.find((candidate) => candidate.field === target);
    if (claim !== undefined) return claim;
    const baseline = fieldValue(ticket, target);
    return { field: target, baseline, lastWritten: null, owner: untouched || baseline === null ? "ai" : "human" };
  });
}

/**
 * A field that holds neither the baseline nor our own last write was set by a human and stays theirs,
 * unless it is emptied again.
 */
export function reviewClaims(ticket: Ticket, claims: readonly FieldClaim[]): FieldClaim[] {
  return claims.map((claim) => {
    const current = fieldValue(ticket, claim.field);
    if (current === null) return { ...claim, owner: "ai" };
    if (current === claim.lastWritten) return claim;
    // Once written, the baseline is no longer ours to replace: whoever brought it back wants it so.
    if (current === claim.baseline && claim.lastWritten === null) return claim;
    return { ...claim, owner: "human" };
  });
}

/** Why AI must not write this field now; `null` when it may. */
export function refusal(ticket: Ticket, claim: FieldClaim, overwriteOnCreate: readonly string[]): string | null {
  if (ticket.tombstone !== null) return `the ticket is ${ticket.tombstone}`;
  if (ticket.status === "solved" || ticket.status === "closed") return `the ticket is ${ticket.status} already`;
  if (claim.owner === "human") return "a human set this field";
  const current = fieldValue(ticket, claim.field);
  if (current === null) return null;
  if (claim.field === "queue" && ticket.assignee !== null) return "an agent works on the ticket already";
  if (claim.lastWritten === null && !overwriteOnCreate.includes(claim.field)) {
    return "it was filled at creation and is not in overwrite_on_create";
  }
  return null;
}
