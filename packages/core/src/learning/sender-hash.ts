import { createHash } from "node:crypto";

/** How a training example names its requester: the same for all of his tickets at one connection, and told by nobody who does not know his id. */
export function senderHash(connectionUid: string, requesterId: string): string {
  return createHash("sha256").update(`${connectionUid}/requester/${requesterId}`).digest("hex").slice(0, 16);
}
