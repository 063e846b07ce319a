import type { Desk } from "../../desk/desk.ts";
import type { DeskTicket } from "../../desk/desk-model.ts";
import { articleTypeOf, isFromAgent } from "./article-json.ts";
import { instant, instantOrNull } from "./call.ts";
import { loginWithId } from "./user-json.ts";
import { groupOf, NOBODY, numberOf, priorityOf, stateOf } from "./zammad-words.ts";

/** Without a time of its own a pending ticket comes back after a day. */
const USUAL_WAIT_MS = 86_400_000;

/** A ticket with ids only, as every answer has it without `expand`. Custom attributes are top-level. */
export function ticketJson(desk: Desk, ticket: DeskTicket): Record<string, unknown> {
  const { moments, messages } = ticket;
  const first = messages[0];
  const contact = [moments.agentRespondedAt, moments.requesterRespondedAt].filter((at) => at !== null);
  return {
    id: ticket.id,
    group_id: groupOf(desk, ticket).id,
    priority_id: priorityOf(ticket).id,
    state_id: stateOf(ticket).id,
    organization_id: null,
    number: numberOf(ticket.id),
    title: ticket.subject,
    owner_id: ticket.agentId ?? NOBODY.id,
    customer_id: ticket.requesterId,
    note: null,
    first_response_at: instantOrNull(moments.firstRespondedAt),
    close_at: instantOrNull(moments.solvedAt),
    last_close_at: instantOrNull(moments.solvedAt),
    last_contact_at: instantOrNull(contact.length === 0 ? null : Math.max(...contact)),
    last_contact_agent_at: instantOrNull(moments.agentRespondedAt),
    last_contact_customer_at: instantOrNull(moments.requesterRespondedAt ?? ticket.createdAt),
    last_owner_update_at: null,
    create_article_type_id: first ? articleTypeOf(desk, first).id : null,
    create_article_sender_id: first && isFromAgent(desk, first) ? 1 : 2,
    article_count: messages.length,
    escalation_at: null,
    pending_time: instantOrNull(pendingTime(ticket)),
    type: ticket.type,
    time_unit: null,
    preferences: {},
    updated_by_id: lastActor(ticket),
    created_by_id: ticket.history[0]?.actor.id ?? NOBODY.id,
    created_at: instant(ticket.createdAt),
    updated_at: instant(ticket.updatedAt),
    article_ids: messages.map((message) => message.id),
    ticket_time_accounting_ids: [],
    ...Object.fromEntries(desk.layout.ticketFields.map(({ key }) => [key, ticket.customFields[key] ?? null])),
  };
}

/** The names that `expand=true` adds, all of them strings. */
export function expandedTicketJson(desk: Desk, ticket: DeskTicket): Record<string, unknown> {
  return {
    ...ticketJson(desk, ticket),
    group: groupOf(desk, ticket).name,
    state: stateOf(ticket).name,
    priority: priorityOf(ticket).name,
    owner: loginWithId(desk, ticket.agentId),
    customer: loginWithId(desk, ticket.requesterId),
    organization: null,
    created_by: loginWithId(desk, ticket.history[0]?.actor.id ?? null),
    updated_by: loginWithId(desk, lastActor(ticket)),
  };
}

function pendingTime(ticket: DeskTicket): number | null {
  if (ticket.status !== "pending" && ticket.status !== "hold") return null;
  return ticket.pendingUntil ?? ticket.moments.statusChangedAt + USUAL_WAIT_MS;
}

function lastActor(ticket: DeskTicket): number {
  return ticket.history.at(-1)?.actor.id ?? NOBODY.id;
}
