import { createHash } from "node:crypto";

/** Share of a connection's tickets from which no model ever learns, so that every two models can be judged on the same ones. */
const share = 0.08;

/**
 * Fixed for a ticket, for ever: what one model was judged on, no later one may have learned. The same history gives the same model,
 * behind whichever ticket system it stands.
 */
export function isTestTicket(ticketId: string): boolean {
  const digest = createHash("sha256").update(`test/${ticketId}`).digest();
  return digest.readUInt32BE(0) / 2 ** 32 < share;
}
