import { signMessage } from "@otai/plugin-kit/sign-message";
import type { AlertChannel } from "./channel.ts";
import { checkAddress, postMessage } from "./post-message.ts";

export interface WebhookTarget {
  readonly url: string;
  readonly secret: string;
  readonly allow_private: boolean;
}

/** Standard Webhooks 1.0: `{type, timestamp, data}`, where `data` is the alert as `GET /alerts` has it. */
export function createWebhookChannel(
  key: string,
  { url, secret, allow_private }: WebhookTarget,
  signal: AbortSignal,
): AlertChannel {
  const address = { url, allowPrivate: allow_private, signal };
  const label = `webhook at ${new URL(url).host}`;
  return {
    key,
    label,
    tell({ id, type, at, alert }, now) {
      const body = JSON.stringify({ type, timestamp: new Date(at).toISOString(), data: alert });
      return postMessage(address, { body, headers: signMessage({ id, body }, now, [secret]) }, now);
    },
    check: () => checkAddress(label, address),
  };
}
