import type { Desk } from "../../desk/desk.ts";
import type { DeskMessage, DeskTicket, DeskUser } from "../../desk/desk-model.ts";
import { htmlOf } from "../../desk/html-text.ts";
import { isoSecond } from "./freshdesk-answers.ts";
import { priorityNumber, sourceNumber, statusNumber } from "./freshdesk-words.ts";

const HOUR = 3_600_000;
/** Resolution and first response of the account's SLA policy by priority 1..4. */
const DUE_HOURS = [72, 24, 12, 4];
const FIRST_RESPONSE_HOURS = [24, 12, 4, 1];

/** A ticket as lists show it: no description unless asked for. */
export function ticketRow(desk: Desk, ticket: DeskTicket, now: number) {
  const priority = priorityNumber(ticket.priority);
  const dueBy = ticket.createdAt + DUE_HOURS[priority - 1]! * HOUR;
  const firstResponseDueBy = ticket.createdAt + FIRST_RESPONSE_HOURS[priority - 1]! * HOUR;
  const { firstRespondedAt, solvedAt } = ticket.moments;
  // Real accounts give an empty list for some tickets and null for others.
  const noAddresses = ticket.channel === "email" ? [] : null;
  return {
    cc_emails: noAddresses,
    bcc_emails: null,
    fwd_emails: noAddresses,
    reply_cc_emails: [],
    ticket_cc_emails: [],
    fr_escalated: (firstRespondedAt ?? solvedAt ?? now) > firstResponseDueBy,
    spam: ticket.spam,
    email_config_id: null,
    group_id: ticket.groupId,
    priority,
    requester_id: ticket.requesterId,
    responder_id: ticket.agentId,
    source: sourceNumber(ticket.channel),
    company_id: null,
    status: statusNumber(ticket.status),
    subject: ticket.subject,
    association_type: null,
    support_email: null,
    to_emails: null,
    product_id: null,
    id: ticket.id,
    type: ticket.type,
    due_by: isoSecond(dueBy),
    fr_due_by: isoSecond(firstResponseDueBy),
    is_escalated: (solvedAt ?? now) > dueBy,
    custom_fields: Object.fromEntries(
      desk.layout.ticketFields.map((field) => [`cf_${field.key}`, ticket.customFields[field.key] ?? null]),
    ),
    created_at: isoSecond(ticket.createdAt),
    updated_at: isoSecond(ticket.updatedAt),
    tags: ticket.tags,
    source_additional_info: null,
    ...(ticket.deleted ? { deleted: true } : {}),
  };
}

export function descriptionOf(ticket: DeskTicket) {
  const first = ticket.messages[0]!;
  return { description: htmlOf(first), description_text: first.text };
}

/** A single ticket. */
export function ticketDetail(desk: Desk, ticket: DeskTicket, now: number) {
  return { ...ticketRow(desk, ticket, now), ...descriptionOf(ticket), attachments: [] };
}

/** What `include=stats` embeds. */
export function statsOf(ticket: DeskTicket) {
  const { moments } = ticket;
  return {
    agent_responded_at: isoSecond(moments.agentRespondedAt),
    requester_responded_at: isoSecond(moments.requesterRespondedAt),
    first_responded_at: isoSecond(moments.firstRespondedAt),
    status_updated_at: isoSecond(moments.statusChangedAt),
    reopened_at: isoSecond(moments.reopenedAt),
    resolved_at: isoSecond(moments.solvedAt),
    closed_at: isoSecond(moments.closedAt),
    pending_since: isoSecond(moments.pendingSince),
  };
}

/** What `include=requester` embeds. */
export function requesterOf(user: DeskUser | undefined) {
  return user ? { id: user.id, name: user.name, email: user.email, mobile: null, phone: user.phone } : null;
}

/** The thread below the description, oldest first: messages, and the customer's answer to a survey. */
export function conversationsOf(desk: Desk, ticket: DeskTicket, now: number) {
  const rows = ticket.messages.slice(1).map((message) => conversationRow(desk, ticket, message));
  const survey = surveyRow(ticket, now);
  return survey ? [...rows, survey] : rows;
}

const SURVEY_AFTER_MS = 24 * HOUR;

/** Every ninth customer answers the survey a day after the solution; such rows have no text. */
function surveyRow(ticket: DeskTicket, now: number) {
  const { solvedAt } = ticket.moments;
  if (ticket.id % 9 !== 0 || solvedAt === null || solvedAt + SURVEY_AFTER_MS > now) return null;
  const at = Math.max(solvedAt + SURVEY_AFTER_MS, ticket.messages.at(-1)!.at);
  return {
    ...mailFields,
    body: "",
    body_text: "",
    id: 90_000_000 + ticket.id,
    incoming: true,
    private: false,
    user_id: ticket.requesterId,
    source: 6,
    category: 7,
    ticket_id: ticket.id,
    created_at: isoSecond(at),
    updated_at: isoSecond(at),
  };
}

const mailFields = {
  support_email: null,
  to_emails: null,
  from_email: null,
  cc_emails: null,
  bcc_emails: null,
  email_failure_count: null,
  outgoing_failures: null,
  attachments: [],
  source_additional_info: null,
};

/**
 * No single flag tells who wrote it, as in recorded accounts: a customer's mail reply has `incoming:false`, and some
 * private notes have the source of a reply. ticket-systems.md, 2 Freshdesk, Notes and conversation.
 */
export function conversationRow(desk: Desk, ticket: DeskTicket, message: DeskMessage) {
  const byAgent = desk.isAgent(message.authorId);
  const oddNote = message.id % 5 === 0;
  return {
    ...mailFields,
    body: htmlOf(message),
    body_text: message.text,
    id: message.id,
    incoming: !byAgent && message.channel !== "email",
    private: !message.public,
    user_id: message.authorId,
    source: message.public || oddNote ? 0 : 2,
    category: message.public ? (byAgent ? 3 : 1) : 2,
    ticket_id: ticket.id,
    created_at: isoSecond(message.at),
    updated_at: isoSecond(message.at),
  };
}
