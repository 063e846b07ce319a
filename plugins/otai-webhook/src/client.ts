import { createHmac } from "node:crypto";
import { ConfigError, OtaiError } from "@otai/plugin-api/errors";
import type { PluginContext } from "@otai/plugin-api/plugin";
import type { Instant } from "@otai/plugin-api/ticket";
import { postOutward } from "@otai/plugin-kit/post-outward";
import { readRetryAfter } from "@otai/plugin-kit/retry-after";
import { safeUrl } from "@otai/plugin-kit/safe-url";
import { createTlsOptions } from "@otai/plugin-kit/tls";
import type { WebhookParams } from "./params.ts";
import { signingKey } from "./signing-key.ts";

/** What the receiver made of one message. */
export type Reception =
  | { readonly state: "taken" }
  /** 410: it wants no more of them. */
  | { readonly state: "gone"; readonly reason: string }
  | { readonly state: "failed"; readonly reason: string; readonly restMs: number | null };

export interface SignedMessage {
  readonly id: string;
  readonly body: string;
}

export interface CallbackClient {
  /** Without query: for messages and for telling one receiver from another. */
  readonly address: string;
  post(message: SignedMessage, at: Instant): Promise<Reception>;
}

/** Busy receivers and gateways say so with these; calling on would make it worse. */
const slowDown: ReadonlySet<number> = new Set([429, 502, 503, 504]);
const shortestRestMs = 60_000;

/** Posts signed messages to the configured address, which no payload can change. `null` where none is configured. */
export function createCallbackClient(params: WebhookParams, context: PluginContext): CallbackClient | null {
  const { callback_url: address, callback_secret: secret, callback_previous_secrets: previous, ...transport } = params;
  if (address === undefined) return null;
  if (secret === undefined) {
    throw new ConfigError(
      `ticket_systems.${context.connection}.params.callback_secret: is missing: callbacks are always signed`,
    );
  }
  const url = new URL(address);
  const tls = createTlsOptions({ baseUrl: address, ...transport }, context.connection, context.log);
  return {
    address: safeUrl(url),
    async post(message, at) {
      try {
        const { status, headers } = await postOutward(url, {
          headers: {
            "content-type": "application/json",
            "webhook-id": message.id,
            "webhook-timestamp": String(Math.floor(at / 1000)),
            "webhook-signature": sign(message, at, [secret, ...previous]),
          },
          body: message.body,
          timeoutMs: params.timeout * 1000,
          tls,
          allowPrivate: params.allow_private_callback,
          signal: context.signal,
        });
        if (status >= 200 && status < 300) return { state: "taken" };
        const reason = `${safeUrl(url)} answered ${status}${status < 400 ? ", and redirects are not followed" : ""}`;
        if (status === 410) return { state: "gone", reason };
        const asked = readRetryAfter(headers["retry-after"], at);
        return {
          state: "failed",
          reason,
          restMs: slowDown.has(status) ? Math.max(asked ?? 0, shortestRestMs) : asked,
        };
      } catch (error) {
        if (!OtaiError.is(error)) throw error;
        return { state: "failed", reason: error.message, restMs: null };
      }
    },
  };
}

/** Standard Webhooks 1.0: base64 HMAC-SHA256 over `{id}.{seconds}.{body}`, one signature per secret that is valid now. */
export function sign({ id, body }: SignedMessage, at: Instant, secrets: readonly string[]): string {
  const signed = `${id}.${Math.floor(at / 1000)}.${body}`;
  return secrets
    .flatMap((secret) => signingKey(secret) ?? [])
    .map((key) => `v1,${createHmac("sha256", key).update(signed).digest("base64")}`)
    .join(" ");
}
