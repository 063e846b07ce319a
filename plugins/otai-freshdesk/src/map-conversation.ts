import type { Message, Role } from "@otai/plugin-api/message";
import { htmlToText } from "@otai/text/html";
import type { Names } from "./account.ts";
import { outboundEmail } from "./map-ticket.ts";
import type { RawConversation, RawTicket } from "./schema.ts";

/** `source` of an answer to a satisfaction survey. */
const survey = 6;

/**
 * The whole conversation: the description, which Freshdesk keeps apart, as first message (FD-5), then the entries. Surveys and
 * entries without text are left out.
 * @param agents `null` when the list may not be read
 */
export function mapConversation(ticket: RawTicket, entries: readonly RawConversation[], agents: Names): Message[] {
  const opening = mapDescription(ticket, agents);
  const messages = entries.flatMap((entry) => {
    const body = entry.body_text ?? htmlToText(entry.body ?? "");
    if (entry.source === survey || body.trim() === "") return [];
    const message: Message = {
      id: entry.id,
      role: roleOf(entry, ticket, agents),
      authorId: entry.user_id ?? null,
      authorName: nameOf(entry.user_id, ticket, agents),
      body,
      private: entry.private === true,
      automated: false,
      createdAt: entry.created_at,
    };
    return [message];
  });
  return opening === null ? messages : [opening, ...messages];
}

/**
 * Who wrote it. No single flag tells: `incoming` is false for customers' mails too, and an agent may be the requester (FD-4, D33).
 * So privacy first, then the author, and the flag last.
 */
function roleOf(entry: RawConversation, ticket: RawTicket, agents: Names): Role {
  if (entry.private === true) return "agent";
  const author = entry.user_id;
  if (author != null) {
    if (author === ticket.requester_id) return "customer";
    if (agents !== null) return agents.has(author) ? "agent" : "customer";
  }
  return entry.incoming === true ? "customer" : "agent";
}

function mapDescription(ticket: RawTicket, agents: Names): Message | null {
  const body = ticket.description_text ?? htmlToText(ticket.description ?? "");
  if (body.trim() === "") return null;
  // An outbound e-mail is our agent's letter to the requester.
  const byAgent = ticket.source === outboundEmail;
  const author = byAgent ? ticket.responder_id : ticket.requester_id;
  return {
    id: `description-${ticket.id}`,
    role: byAgent ? "agent" : "customer",
    authorId: author ?? null,
    authorName: nameOf(author, ticket, agents),
    body,
    private: false,
    automated: false,
    createdAt: ticket.created_at,
  };
}

function nameOf(id: string | null | undefined, ticket: RawTicket, agents: Names): string | null {
  if (id == null) return null;
  const requester = id === ticket.requester_id ? ticket.requester?.name : null;
  return requester ?? agents?.get(id) ?? null;
}
