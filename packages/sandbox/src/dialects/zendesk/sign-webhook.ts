import { createHmac } from "node:crypto";

/**
 * The value of `x-zendesk-webhook-signature`: base64 of HMAC-SHA256 over timestamp and raw body, in this order.
 * The secret's text is the key as it stands; it is not base64-decoded.
 */
export function signWebhook(secret: string, timestamp: string, rawBody: string): string {
  return createHmac("sha256", secret).update(timestamp, "utf8").update(rawBody, "utf8").digest("base64");
}
