import { ConfigError, OtaiError } from "@otai/plugin-api/errors";
import type { PluginContext } from "@otai/plugin-api/plugin";
import type { Instant } from "@otai/plugin-api/ticket";
import { postOutward } from "@otai/plugin-kit/post-outward";
import { type Reception, receptionOf } from "@otai/plugin-kit/reception";
import { safeUrl } from "@otai/plugin-kit/safe-url";
import { type OutgoingMessage, signMessage } from "@otai/plugin-kit/sign-message";
import { createTlsOptions } from "@otai/plugin-kit/tls";
import type { WebhookParams } from "./params.ts";

export interface CallbackClient {
  /** Without query: for messages and for telling one receiver from another. */
  readonly address: string;
  post(message: OutgoingMessage, at: Instant): Promise<Reception>;
}

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
        const answer = await postOutward(url, {
          headers: { "content-type": "application/json", ...signMessage(message, at, [secret, ...previous]) },
          body: message.body,
          timeoutMs: params.timeout * 1000,
          tls,
          allowPrivate: params.allow_private_callback,
          signal: context.signal,
        });
        return receptionOf(answer, safeUrl(url), at);
      } catch (error) {
        if (!OtaiError.is(error)) throw error;
        return { state: "failed", reason: error.message, restMs: null };
      }
    },
  };
}
