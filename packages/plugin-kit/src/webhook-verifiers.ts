import { createHmac } from "node:crypto";
import type { Instant } from "@otai/plugin-api/ticket";
import type { Delivery, Verification, WebhookSecrets } from "@otai/plugin-api/webhook";
import { equalInConstantTime } from "./constant-time.ts";

/** How far a signed time stamp may lie from our clock, either way. */
const toleranceMs = 5 * 60_000;

/**
 * For senders that cannot sign: the secret itself in `X-OTAI-Webhook-Secret`, or as the password of Basic authentication.
 */
export function verifySharedSecret(delivery: Delivery, secrets: WebhookSecrets): Verification {
  const given = delivery.headers["x-otai-webhook-secret"] ?? basicPassword(delivery.headers.authorization);
  if (given === undefined) return refused("neither the header X-OTAI-Webhook-Secret nor a Basic password was sent");
  return anyOf(secrets, (secret) => equalInConstantTime(given, secret), "the secret is wrong");
}

/** Zendesk: base64 HMAC-SHA256 over time stamp + raw body; the retired order (body + time stamp) does not match. */
export function verifyZendeskSignature(delivery: Delivery, secrets: WebhookSecrets): Verification {
  const signature = delivery.headers["x-zendesk-webhook-signature"];
  const stamp = delivery.headers["x-zendesk-webhook-signature-timestamp"];
  if (signature === undefined || stamp === undefined) return refused("the signature headers of Zendesk are missing");
  const stale = staleness(Date.parse(stamp), delivery.receivedAt);
  if (stale !== null) return stale;
  return anyOf(secrets, (secret) =>
    equalInConstantTime(signature, hmac("sha256", secret, "base64", stamp, delivery.body)),
  );
}

/** Zammad: `X-Hub-Signature: sha1=<hex>` over the raw body. */
export function verifyHubSignature(delivery: Delivery, secrets: WebhookSecrets): Verification {
  return verifyPrefixed(delivery, secrets, "sha1", delivery.headers["x-hub-signature"], "X-Hub-Signature");
}

/** `X-Hub-Signature-256: sha256=<hex>` over the raw body, as many generic senders do it. */
export function verifyHubSignature256(delivery: Delivery, secrets: WebhookSecrets): Verification {
  return verifyPrefixed(delivery, secrets, "sha256", delivery.headers["x-hub-signature-256"], "X-Hub-Signature-256");
}

/**
 * Standard Webhooks 1.0: base64 HMAC-SHA256 over `{id}.{timestamp}.{body}`, several space-separated `v1,<signature>` in one
 * header. A `whsec_` secret is base64 of the key; any other secret is taken as text.
 */
export function verifyStandardWebhook(delivery: Delivery, secrets: WebhookSecrets): Verification {
  const { "webhook-id": id, "webhook-timestamp": stamp, "webhook-signature": header } = delivery.headers;
  if (id === undefined || stamp === undefined || header === undefined) {
    return refused("webhook-id, webhook-timestamp or webhook-signature is missing");
  }
  const stale = staleness(/^\d+$/.test(stamp) ? Number(stamp) * 1000 : Number.NaN, delivery.receivedAt);
  if (stale !== null) return stale;
  const signatures = header.split(" ").flatMap((part) => (part.startsWith("v1,") ? [part.slice(3)] : []));
  return anyOf(secrets, (secret) => {
    const key = secret.startsWith("whsec_") ? Buffer.from(secret.slice("whsec_".length), "base64") : secret;
    if (key.length === 0) return false;
    const expected = hmac("sha256", key, "base64", `${id}.${stamp}.`, delivery.body);
    return signatures.filter((signature) => equalInConstantTime(signature, expected)).length > 0;
  });
}

function verifyPrefixed(
  delivery: Delivery,
  secrets: WebhookSecrets,
  algorithm: "sha1" | "sha256",
  header: string | undefined,
  name: string,
): Verification {
  if (header === undefined) return refused(`the header ${name} is missing`);
  return anyOf(secrets, (secret) =>
    equalInConstantTime(header.toLowerCase(), `${algorithm}=${hmac(algorithm, secret, "hex", "", delivery.body)}`),
  );
}

/** Every secret is tried, so that the duration does not tell which one matched; an empty one never does. */
function anyOf(
  secrets: WebhookSecrets,
  matches: (secret: string) => boolean,
  reason = "the signature is wrong",
): Verification {
  const hits = secrets.filter((secret) => secret !== "" && matches(secret));
  return hits.length > 0 ? { ok: true } : refused(reason);
}

function hmac(
  algorithm: "sha1" | "sha256",
  secret: string | Uint8Array,
  encoding: "hex" | "base64",
  before: string,
  body: Uint8Array,
): string {
  return createHmac(algorithm, secret).update(before).update(body).digest(encoding);
}

function staleness(stamp: Instant, receivedAt: Instant): Verification | null {
  if (Number.isNaN(stamp)) return refused("the time stamp of the signature cannot be read");
  if (Math.abs(receivedAt - stamp) > toleranceMs) {
    return refused("the time stamp of the signature is more than 5 minutes off: an old delivery, or a wrong clock");
  }
  return null;
}

function basicPassword(authorization: string | undefined): string | undefined {
  const encoded = /^basic\s+([a-z0-9+/=_-]+)\s*$/i.exec(authorization ?? "")?.[1];
  if (encoded === undefined) return undefined;
  const pair = Buffer.from(encoded, "base64").toString("utf8");
  const colon = pair.indexOf(":");
  return colon < 0 ? undefined : pair.slice(colon + 1);
}

function refused(reason: string): Verification {
  return { ok: false, reason };
}
