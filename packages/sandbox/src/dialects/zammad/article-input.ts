import type { DeskChannel, DeskUser } from "../../desk/desk-model.ts";
import type { NewMessage } from "../../desk/desk-mutation.ts";
import { htmlToText } from "../../desk/html-text.ts";
import { unprocessable } from "./api-error.ts";
import { isOn, type Params } from "./call.ts";
import { lookUp } from "./look-up.ts";
import { sanitizeHtml } from "./sanitize-html.ts";
import { ARTICLE_TYPES, SENDERS } from "./zammad-words.ts";

const CHANNELS: Record<string, DeskChannel> = {
  email: "email",
  phone: "phone",
  web: "web",
  chat: "chat",
  "twitter status": "social",
};
/** Nobody of the desk. */
const SYSTEM_AUTHOR = -1;

/**
 * The message that an article asks for. Type note and sender Agent by default, and visible to the customer unless
 * `internal` says otherwise: in the real system the default depends on type and settings, here it is the cruel one.
 * `type: "email"` with a `to` sends a mail even when the article is internal.
 * @throws ApiError 422
 */
export function newArticle(input: Params, caller: DeskUser, requesterId: number): NewMessage {
  if (typeof input.body !== "string" || input.body === "") {
    throw unprocessable('Need at least article: { body: "some text" }');
  }
  const type = lookUp(ARTICLE_TYPES, input, "type")?.name ?? "note";
  const sender = lookUp(SENDERS, input, "sender")?.name ?? "Agent";
  const html = String(input.content_type ?? "").startsWith("text/html") ? sanitizeHtml(input.body) : null;
  const mailedTo = type === "email" && sender === "Agent" && typeof input.to === "string" ? input.to : "";
  return {
    authorId: sender === "Agent" ? caller.id : sender === "Customer" ? requesterId : SYSTEM_AUTHOR,
    public: !isOn(input.internal),
    text: html === null ? input.body : htmlToText(html),
    html,
    channel: CHANNELS[type] ?? "api",
    ...(typeof input.subject === "string" && input.subject !== "" ? { subject: input.subject } : {}),
    ...(mailedTo === "" ? {} : { mailedTo }),
  };
}
