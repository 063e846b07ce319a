import { createHash } from "node:crypto";

/**
 * Is the ticket in the share that is never automated? Fixed for a ticket, so that a resumed run decides alike, and so that the same
 * tickets are decided alike behind another ticket system.
 */
export function isHeldOut(ticketId: string, share: number): boolean {
  const digest = createHash("sha256").update(`holdout/${ticketId}`).digest();
  return digest.readUInt32BE(0) / 2 ** 32 < share;
}
