import { createHash } from "node:crypto";
import type { AlertAudience } from "@otai/services/sentiment/tell-of-alert";
import type { ConfiguredTarget } from "../config/sentiment-schema.ts";

/** Who a configured target is for the Sentiment service. Only programs hear of resolved alerts: people see them in the ticket. */
export function audienceOf(configured: ConfiguredTarget): AlertAudience {
  return {
    target: targetKey(configured),
    minSeverity: configured.min_severity,
    connections: configured.ticket_systems,
    hearsOfResolved: configured.webhook !== undefined,
  };
}

/** The same for the same address, wherever in the list it stands; a new secret or password makes no new receiver. */
export function targetKey({ webhook, chat, mail }: ConfiguredTarget): string {
  if (webhook !== undefined) return `webhook:${digest(webhook.url)}`;
  if (chat !== undefined) return `chat:${digest(chat.url)}`;
  return `mail:${digest(mail!.to.map((address) => address.toLowerCase()).sort())}`;
}

/** Some addresses of chats are secrets themselves. */
function digest(address: unknown): string {
  return createHash("sha256").update(JSON.stringify(address)).digest("hex").slice(0, 16);
}
