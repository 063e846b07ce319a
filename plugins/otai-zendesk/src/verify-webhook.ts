import { ConfigError } from "@otai/plugin-api/errors";

export { verifyZendeskSignature as verifyWebhook } from "@otai/plugin-kit/webhook-verifiers";

/** What Zendesk's "test webhook" button signs with; it stands in the vendor's documentation. */
const publicTestSecret = "dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==";

/** @throws ConfigError for the secret that everybody knows (ZD-4). */
export function checkSecret(secret: string): void {
  if (secret.trim() === publicTestSecret) {
    throw new ConfigError(
      "webhook.secret is the public test secret of Zendesk: anybody could sign with it. Reveal the webhook's own secret in Admin Center → Apps and integrations → Webhooks → (the webhook) → Signing secret",
    );
  }
}
