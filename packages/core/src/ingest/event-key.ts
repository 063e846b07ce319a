import type { LaneEventKind } from "../ports/inbox.ts";

/**
 * Identity of an event within its connection. A ticket is created and deleted once, however often we hear of it;
 * everything else happens as often as its cause.
 */
export function eventKey(kind: LaneEventKind, ticketId: string, cause: string): string {
  if (kind === "ticket-created" || kind === "ticket-deleted") return `${kind}:${ticketId}`;
  return `${kind}:${ticketId}:${cause}`;
}
