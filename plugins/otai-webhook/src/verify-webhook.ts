import { createHmac } from "node:crypto";
import { ConfigError } from "@otai/plugin-api/errors";
import type { Delivery, Verification, WebhookSecrets } from "@otai/plugin-api/webhook";
import { equalInConstantTime } from "@otai/plugin-kit/constant-time";
import { signingKey } from "@otai/plugin-kit/signing-key";
import {
  verifyHubSignature,
  verifySharedSecret,
  verifyStandardWebhook,
  verifyZendeskSignature,
} from "@otai/plugin-kit/webhook-verifiers";
import type { WebhookParams } from "./params.ts";

type SigningParams = Pick<WebhookParams, "signature_header" | "timestamp_header" | "hubspot_url">;

/** How far a signed time stamp may lie from our clock, either way. */
const toleranceMs = 5 * 60_000;

/**
 * The proof that the sender's headers announce, and no other: whoever signs is not let in by a plain secret as well. Each platform
 * is checked by its own algorithm (GW-2).
 */
export function verifyWebhook(delivery: Delivery, secrets: WebhookSecrets, params: SigningParams): Verification {
  const { headers } = delivery;
  if (headers["webhook-signature"] !== undefined) return verifyStandardWebhook(delivery, secrets);
  if (headers["x-zendesk-webhook-signature"] !== undefined) return verifyZendeskSignature(delivery, secrets);
  if (headers["x-hubspot-signature-v3"] !== undefined) return verifyHubspot(delivery, secrets, params.hubspot_url);
  if (headers[params.signature_header.toLowerCase()] !== undefined) return verifyStamped(delivery, secrets, params);
  // Intercom: hex HMAC-SHA1 of the raw body; there is no time stamp, so a repeated call is known by its content alone.
  if (headers["x-hub-signature"] !== undefined) return verifyHubSignature(delivery, secrets);
  return verifySharedSecret(delivery, secrets);
}

/** @throws ConfigError for a `whsec_` secret that no sender can sign with. */
export function checkSecret(secret: string): void {
  if (secret.startsWith("whsec_") && signingKey(secret) === null) {
    throw new ConfigError(
      "webhook.secret: whsec_ is followed by 24 to 64 bytes in base64; copy it from the sender again",
    );
  }
}

/** HMAC-SHA256 over `{time stamp}.{body}`, hex or base64, with or without `sha256=` in front. */
function verifyStamped(delivery: Delivery, secrets: WebhookSecrets, params: SigningParams): Verification {
  const stamp = delivery.headers[params.timestamp_header.toLowerCase()];
  if (stamp === undefined) return refused(`the header ${params.timestamp_header} is missing`);
  const given = delivery.headers[params.signature_header.toLowerCase()]!.trim().replace(/^sha256=/i, "");
  return verifyHmac(delivery, secrets, stamp, given, `${stamp}.`);
}

/** HubSpot, version 3: base64 HMAC-SHA256 over method, address, body and time stamp. */
function verifyHubspot(delivery: Delivery, secrets: WebhookSecrets, url: string | undefined): Verification {
  if (url === undefined) return refused("params.hubspot_url is not set: HubSpot signs the address that it calls");
  const stamp = delivery.headers["x-hubspot-request-timestamp"];
  if (stamp === undefined) return refused("the header X-HubSpot-Request-Timestamp is missing");
  return verifyHmac(delivery, secrets, stamp, delivery.headers["x-hubspot-signature-v3"]!, `POST${url}`, stamp);
}

function verifyHmac(
  { body, receivedAt }: Delivery,
  secrets: WebhookSecrets,
  stamp: string,
  given: string,
  before: string,
  after = "",
): Verification {
  const signedAt = stampOf(stamp);
  if (Number.isNaN(signedAt)) return refused("the time stamp of the signature cannot be read");
  if (Math.abs(receivedAt - signedAt) > toleranceMs) {
    return refused("the time stamp of the signature is more than 5 minutes off: an old delivery, or a wrong clock");
  }
  // Every secret is tried, so that the duration does not tell which one matched.
  const hits = secrets.filter((secret) => {
    if (secret === "") return false;
    const key = signingKey(secret) ?? secret;
    const digest = createHmac("sha256", key).update(before).update(body).update(after).digest();
    const isHex = equalInConstantTime(given.toLowerCase(), digest.toString("hex"));
    return equalInConstantTime(given, digest.toString("base64")) || isHex;
  });
  return hits.length > 0 ? { ok: true } : refused("the signature is wrong");
}

/** Seconds or milliseconds since 1970, or ISO 8601. */
function stampOf(stamp: string): number {
  if (/^\d{1,15}$/.test(stamp)) return Number(stamp) < 100_000_000_000 ? Number(stamp) * 1000 : Number(stamp);
  return /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(stamp) ? Date.parse(stamp) : Number.NaN;
}

function refused(reason: string): Verification {
  return { ok: false, reason };
}
