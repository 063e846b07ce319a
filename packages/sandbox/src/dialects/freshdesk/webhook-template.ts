import type { Desk } from "../../desk/desk.ts";
import type { DeskEvent, DeskTicket } from "../../desk/desk-model.ts";
import { htmlOf } from "../../desk/html-text.ts";
import { isoSecond } from "./freshdesk-answers.ts";
import { PRIORITY_LABELS, priorityNumber, STATUS_LABELS, statusNumber } from "./freshdesk-words.ts";

/** Ids only: nothing in it can break the JSON. */
const DEFAULT_TEMPLATE = '{"ticket_id":"{{ticket.id}}","updated_at":"{{ticket.modified_on}}"}';

/**
 * The body of a "Trigger webhook" action: `simple` is the vendor's fixed content, anything else is an administrator's
 * text, whose placeholders are replaced raw, so that a quote in a description breaks the JSON.
 * ticket-systems.md, 2 Freshdesk, Webhooks.
 */
export function webhookBody(desk: Desk, event: DeskEvent, template = DEFAULT_TEMPLATE): string {
  const ticket = desk.ticket(event.ticketId)!;
  if (template === "simple") {
    const { id, subject, description, status, priority } = valuesOf(desk, ticket, event);
    return JSON.stringify({
      freshdesk_webhook: {
        ticket_id: Number(id),
        ticket_subject: subject,
        ticket_description: description,
        ticket_status: status,
        ticket_priority: priority,
      },
    });
  }
  const values: Record<string, string> = valuesOf(desk, ticket, event);
  return template.replace(/\{\{\s*ticket\.([a-z_.]+)\s*\}\}/g, (_, name: string) => values[name] ?? "");
}

/** Labels, not the numbers of the API. */
function valuesOf(desk: Desk, ticket: DeskTicket, event: DeskEvent) {
  const requester = desk.user(ticket.requesterId);
  const first = ticket.messages[0]!;
  return {
    id: String(ticket.id),
    subject: ticket.subject,
    description: htmlOf(first),
    description_text: first.text,
    status: STATUS_LABELS[statusNumber(ticket.status)]![0],
    priority: PRIORITY_LABELS[priorityNumber(ticket.priority) - 1]!,
    ticket_type: ticket.type ?? "",
    tags: ticket.tags.join(", "),
    "group.name": ticket.groupId === null ? "" : (desk.group(ticket.groupId)?.name ?? ""),
    "requester.name": requester?.name ?? "",
    "requester.email": requester?.email ?? "",
    modified_on: isoSecond(event.at),
  };
}
