import { createHash } from "node:crypto";

/** Eight characters that tell one state of a ticket from another where its time stamps, in whole seconds, cannot. */
export function stateDigest(state: unknown): string {
  return createHash("sha256").update(JSON.stringify(state)).digest("base64url").slice(0, 8);
}
