import type { Desk } from "../../desk/desk.ts";
import type { DeskTicket } from "../../desk/desk-model.ts";
import { groupOf, NOBODY, numberOf, priorityOf, stateOf, tagsOf } from "./zammad-words.ts";

export type AttributeValue = string | number | null | readonly string[];
export type ReadAttribute = (ticket: DeskTicket) => AttributeValue;

/** Reads an attribute for conditions and sorting; instants are milliseconds. Undefined for an unknown name. */
export function ticketAttribute(desk: Desk, name: string): ReadAttribute | undefined {
  const readers: Record<string, ReadAttribute> = {
    id: (ticket) => ticket.id,
    number: (ticket) => numberOf(ticket.id),
    title: (ticket) => ticket.subject,
    group_id: (ticket) => groupOf(desk, ticket).id,
    state_id: (ticket) => stateOf(ticket).id,
    priority_id: (ticket) => priorityOf(ticket).id,
    owner_id: (ticket) => ticket.agentId ?? NOBODY.id,
    customer_id: (ticket) => ticket.requesterId,
    updated_by_id: (ticket) => ticket.history.at(-1)?.actor.id ?? NOBODY.id,
    created_by_id: (ticket) => ticket.history[0]?.actor.id ?? NOBODY.id,
    article_count: (ticket) => ticket.messages.length,
    type: (ticket) => ticket.type,
    tags: tagsOf,
    created_at: (ticket) => ticket.createdAt,
    updated_at: (ticket) => ticket.updatedAt,
    close_at: (ticket) => ticket.moments.solvedAt,
    last_close_at: (ticket) => ticket.moments.solvedAt,
    pending_time: (ticket) => ticket.pendingUntil,
    last_contact_customer_at: (ticket) => ticket.moments.requesterRespondedAt,
    last_contact_agent_at: (ticket) => ticket.moments.agentRespondedAt,
  };
  if (desk.layout.ticketFields.some((field) => field.key === name)) {
    return (ticket) => {
      const value = ticket.customFields[name] ?? null;
      return value === null ? null : String(value);
    };
  }
  return readers[name];
}
