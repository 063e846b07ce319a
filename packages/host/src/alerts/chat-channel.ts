import { details, headline } from "./alert-message.ts";
import type { AlertChannel } from "./channel.ts";
import { checkAddress, postMessage } from "./post-message.ts";

export interface ChatTarget {
  readonly url: string;
  readonly allow_private: boolean;
}

/** `{"text": "…"}`, as the incoming webhooks of Mattermost, Rocket.Chat and Slack take it. */
export function createChatChannel(key: string, { url, allow_private }: ChatTarget, signal: AbortSignal): AlertChannel {
  const address = { url, allowPrivate: allow_private, signal };
  const label = `chat at ${new URL(url).host}`;
  return {
    key,
    label,
    tell(message, now) {
      const text = [headline(message), ...details(message)].map(plain).join("\n");
      return postMessage(address, { body: JSON.stringify({ text }) }, now);
    },
    check: () => checkAddress(label, address),
  };
}

/**
 * What comes from outside calls nobody and links nowhere: `&`, `<` and `>` as Slack wants them escaped
 * (https://docs.slack.dev/messaging/formatting-message-text#escaping), and no @name that a chat would take for a person or everybody.
 */
function plain(line: string): string {
  return line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("@", "@\u200b");
}
