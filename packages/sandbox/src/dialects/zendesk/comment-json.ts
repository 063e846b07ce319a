import type { Desk } from "../../desk/desk.ts";
import type { DeskMessage } from "../../desk/desk-model.ts";
import { htmlOf } from "../../desk/html-text.ts";
import { instant } from "./instants.ts";
import { CHANNELS, SYSTEM_USER_ID } from "./ticket-json.ts";

/** One entry of `/tickets/{id}/comments`; the first of a ticket is its description. */
export function commentJson(desk: Desk, message: DeskMessage): Record<string, unknown> & { id: number } {
  const voice = message.channel === "phone";
  return {
    id: message.id,
    type: voice ? "VoiceComment" : "Comment",
    author_id: desk.user(message.authorId) === undefined ? SYSTEM_USER_ID : message.authorId,
    body: message.text,
    html_body: `<div class="zd-comment" dir="auto">${htmlOf(message)}</div>`,
    plain_body: message.text,
    public: message.public,
    attachments: [],
    audit_id: message.id,
    via: { channel: CHANNELS[message.channel], source: { from: {}, to: {}, rel: voice ? "inbound" : null } },
    created_at: instant(message.at),
    metadata: { system: {}, custom: {} },
  };
}
