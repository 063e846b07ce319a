import { createHash, timingSafeEqual } from "node:crypto";

/** Compares without telling by its duration where or by how much the two differ: both are hashed to the same length first. */
export function equalInConstantTime(left: string | Uint8Array, right: string | Uint8Array): boolean {
  return timingSafeEqual(digest(left), digest(right));
}

function digest(value: string | Uint8Array): Buffer {
  return createHash("sha256").update(value).digest();
}
