import type { ConfiguredTarget } from "../config/sentiment-schema.ts";
import { targetKey } from "./audience-of.ts";
import type { AlertChannel } from "./channel.ts";
import { createChatChannel } from "./chat-channel.ts";
import { createMailChannel } from "./mail-channel.ts";
import { createWebhookChannel } from "./webhook-channel.ts";

/** The ways to everybody who is told of alerts, as `services.sentiment.deliver` has them. */
export function createChannels(configured: readonly ConfiguredTarget[], signal: AbortSignal): AlertChannel[] {
  return configured.map((target) => {
    const key = targetKey(target);
    if (target.webhook !== undefined) return createWebhookChannel(key, target.webhook, signal);
    if (target.chat !== undefined) return createChatChannel(key, target.chat, signal);
    return createMailChannel(key, target.mail!);
  });
}
