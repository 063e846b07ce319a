import type { Message } from "@otai/plugin-api/message";
import { presentTicket, type WebhookAccount } from "./account.ts";
import { type KeptTicket, ticketKey } from "./kept-ticket.ts";

/**
 * What payloads brought, and our own notes. A reply may be all that was ever heard of a ticket: then it is no first message, and the
 * beginning that nobody told stands there empty. @throws NotFoundError for a ticket that no payload named.
 */
export async function getConversation(account: WebhookAccount, id: string): Promise<readonly Message[]> {
  const kept = presentTicket(await account.documents().get(ticketKey(id)), id);
  const isWhole = kept.facts.fromStart !== undefined || kept.facts.body !== undefined;
  return isWhole || kept.messages.length === 0 ? kept.messages : [untoldBeginning(kept), ...kept.messages];
}

function untoldBeginning({ facts, messages, firstAt }: KeptTicket): Message {
  return {
    id: "description",
    role: "customer",
    authorId: facts.requester?.value.id ?? null,
    authorName: facts.requester?.value.name ?? null,
    body: "",
    private: false,
    automated: false,
    createdAt: facts.createdAt?.value ?? Math.min(firstAt, messages[0]!.createdAt),
  };
}
