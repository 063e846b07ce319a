import { createHmac } from "node:crypto";
import type { Instant } from "@otai/plugin-api/ticket";
import type { HttpHeaders } from "./http-answer.ts";
import { signingKey } from "./signing-key.ts";

export interface OutgoingMessage {
  /** Stays over all attempts, so that a receiver can drop what it got before. */
  readonly id: string;
  readonly body: string;
}

/**
 * The headers of Standard Webhooks 1.0: base64 HMAC-SHA256 over `{id}.{seconds}.{body}`, one signature per secret that is valid now.
 * A secret that must not be used signs nothing.
 */
export function signMessage({ id, body }: OutgoingMessage, at: Instant, secrets: readonly string[]): HttpHeaders {
  const seconds = String(Math.floor(at / 1000));
  const signatures = secrets
    .flatMap((secret) => signingKey(secret) ?? [])
    .map((key) => `v1,${createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64")}`);
  return { "webhook-id": id, "webhook-timestamp": seconds, "webhook-signature": signatures.join(" ") };
}
