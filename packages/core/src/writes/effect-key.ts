import { createHash } from "node:crypto";

/**
 * Identity of an effect: where, on which ticket, what for, and which message or resolution caused it. Never the configuration,
 * so that an edited file cannot make an old effect look new. Stored as a hash for as long as the connection exists.
 */
export function effectKey(parts: { connectionUid: string; ticketId: string; purpose: string; cause: string }): string {
  const text = JSON.stringify([parts.connectionUid, parts.ticketId, parts.purpose, parts.cause]);
  return createHash("sha256").update(text).digest("hex").slice(0, 40);
}
