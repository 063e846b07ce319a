import { createHash } from "node:crypto";
import type { Delivery } from "@otai/plugin-api/webhook";

/** Tells one call from another by everything that the sender chose: where it went and what it said. */
export function contentDigest({ route, body }: Pick<Delivery, "route" | "body">): string {
  return createHash("sha256").update(`${route}\n`).update(body).digest("hex");
}
