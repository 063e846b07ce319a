import type { Desk } from "../../desk/desk.ts";
import type { DeskMessage, DeskTicket } from "../../desk/desk-model.ts";
import { instant } from "./call.ts";
import { sanitizeHtml } from "./sanitize-html.ts";
import { fullName, loginOf } from "./user-json.ts";
import { ARTICLE_TYPES, type NamedId, NOBODY, SENDERS, TYPE_OF_CHANNEL } from "./zammad-words.ts";

const DESK_ADDRESS = "desk@sandbox.example";

/** What agents write in the user interface is an internal note or goes out as a mail. */
export function articleTypeOf(desk: Desk, message: DeskMessage): NamedId {
  const written = message.channel === "web" && isFromAgent(desk, message);
  const name = written ? (message.public ? "email" : "note") : TYPE_OF_CHANNEL[message.channel];
  return ARTICLE_TYPES.find((type) => type.name === name)!;
}

export function isFromAgent(desk: Desk, message: DeskMessage): boolean {
  return desk.isAgent(message.authorId);
}

/** An article always has names beside the ids; `sender` says who speaks, `created_by` who typed. */
export function articleJson(desk: Desk, ticket: DeskTicket, message: DeskMessage): Record<string, unknown> {
  const author = desk.user(message.authorId);
  const sender = SENDERS[author === undefined ? 2 : isFromAgent(desk, message) ? 0 : 1]!;
  const type = articleTypeOf(desk, message);
  // Who takes a call writes down what the customer said.
  const typist = type.name === "phone" && sender.name === "Customer" ? typistOf(desk, ticket, message) : author;
  const outgoing = type.name === "email" && sender.name === "Agent";
  const person = author === undefined ? "-" : fullName(author);
  return {
    id: message.id,
    ticket_id: ticket.id,
    type_id: type.id,
    sender_id: sender.id,
    from: outgoing ? `${person} via Desk <${DESK_ADDRESS}>` : fromLine(person, author?.email, sender.name),
    to: outgoing
      ? (message.mailedTo ?? loginOf(desk.user(ticket.requesterId)))
      : type.name === "note"
        ? null
        : DESK_ADDRESS,
    cc: null,
    subject: message.subject ?? (type.name === "note" ? null : ticket.subject),
    reply_to: null,
    message_id: null,
    message_id_md5: null,
    in_reply_to: null,
    content_type: message.html === null ? "text/plain" : "text/html",
    references: null,
    body: message.html === null ? message.text : sanitizeHtml(message.html),
    internal: !message.public,
    preferences: {},
    updated_by_id: typist?.id ?? NOBODY.id,
    created_by_id: typist?.id ?? NOBODY.id,
    origin_by_id: typist === author ? null : message.authorId,
    created_at: instant(message.at),
    updated_at: instant(message.at),
    attachments: [],
    type: type.name,
    sender: sender.name,
    created_by: loginOf(typist),
    updated_by: loginOf(typist),
    ...(typist === author ? {} : { origin_by: loginOf(author) }),
  };
}

function fromLine(person: string, email: string | null | undefined, sender: string): string {
  return sender === "Customer" && email ? `${person} <${email}>` : person;
}

function typistOf(desk: Desk, ticket: DeskTicket, message: DeskMessage) {
  const isFirst = message === ticket.messages[0];
  const entry = ticket.history.find(({ field, to }) => (isFirst ? field === "created" : to === message.id));
  const actor = entry?.actor.id ?? null;
  if (actor !== null && desk.isAgent(actor)) return desk.user(actor);
  return desk.agents().find((agent) => agent.id === ticket.agentId) ?? desk.agents()[1];
}
