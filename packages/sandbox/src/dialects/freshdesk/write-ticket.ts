import type { Desk } from "../../desk/desk.ts";
import type { DeskTicket, TicketFields } from "../../desk/desk-model.ts";
import { htmlToText } from "../../desk/html-text.ts";
import {
  type AttributeCheck,
  checkAttributes,
  customFieldKeys,
  customFieldValues,
  email,
  filledText,
  idOf,
  integerOf,
  orNull,
  tagList,
  text,
  textList,
  textOf,
} from "./attribute-checks.ts";
import type { FieldProblem } from "./freshdesk-answers.ts";
import { priorityFrom, STATUS_LABELS, statusFrom } from "./freshdesk-words.ts";

type Body = Record<string, unknown>;

const SOURCES = [1, 2, 3, 5, 7, 9, 10];

/** Attributes that creation and update share. */
function commonChecks(desk: Desk): Record<string, AttributeCheck> {
  return {
    subject: filledText,
    type: orNull(textOf(desk.layout.types)),
    status: integerOf(Object.keys(STATUS_LABELS).map(Number)),
    priority: integerOf([1, 2, 3, 4]),
    source: integerOf(SOURCES),
    group_id: orNull(idOf("group", (id) => desk.group(id) !== undefined)),
    responder_id: orNull(idOf("agent", (id) => desk.isAgent(id))),
    requester_id: idOf("contact", (id) => desk.user(id) !== undefined),
    email,
    name: text,
    tags: tagList,
    custom_fields: customFieldValues(desk.layout.ticketFields),
  };
}

export function ticketUpdateProblems(desk: Desk, body: Body): FieldProblem[] {
  const problems = checkAttributes(body, commonChecks(desk));
  return problems.length > 0 ? problems : membershipProblem(desk, body);
}

export function ticketCreateProblems(desk: Desk, body: Body): FieldProblem[] {
  const checks = { ...commonChecks(desk), description: filledText, cc_emails: textList };
  const problems = checkAttributes(body, checks, ["subject", "description"]);
  if (body.requester_id === undefined && body.email === undefined) {
    problems.push({ field: "requester_id", message: "It should be present", code: "missing_field" });
  }
  return problems.length > 0 ? problems : membershipProblem(desk, body);
}

/** Group and agent set together must fit; unconfirmed by the reference, and the strict reading is the safe one. */
function membershipProblem(desk: Desk, body: Body): FieldProblem[] {
  if (typeof body.group_id !== "number" || typeof body.responder_id !== "number") return [];
  if (desk.user(body.responder_id)?.groupIds.includes(body.group_id)) return [];
  const message = "The agent is not a member of the given group";
  return [{ field: "responder_id", message, code: "invalid_value" }];
}

/** The desk's fields for a body that passed its check. `ticket` is null for a new one. */
export function ticketFieldsFrom(desk: Desk, body: Body, ticket: DeskTicket | null): Partial<TicketFields> {
  const fields: Partial<TicketFields> = {};
  if (body.subject !== undefined) fields.subject = body.subject as string;
  if (body.type !== undefined) fields.type = body.type as string | null;
  if (body.status !== undefined) fields.status = statusFrom(body.status as number, ticket?.status ?? "new");
  if (body.priority !== undefined) fields.priority = priorityFrom(body.priority as number);
  if (body.group_id !== undefined) fields.groupId = body.group_id as number | null;
  if (body.responder_id !== undefined) fields.agentId = body.responder_id as number | null;
  if (body.tags !== undefined) fields.tags = [...new Set(body.tags as string[])];
  if (body.custom_fields !== undefined) fields.customFields = customFieldKeys(body.custom_fields);
  const requester = requesterFrom(desk, body);
  if (requester !== undefined) fields.requesterId = requester;
  return fields;
}

/** An unknown address creates a contact, as the vendor does. */
function requesterFrom(desk: Desk, body: Body): number | undefined {
  if (body.requester_id !== undefined) return body.requester_id as number;
  if (body.email === undefined) return undefined;
  return desk.ensureCustomer(body.email as string, body.name as string | undefined).id;
}

export function createTicketFrom(desk: Desk, body: Body): DeskTicket {
  const { requesterId, ...fields } = ticketFieldsFrom(desk, body, null);
  const html = body.description as string;
  return desk.createTicket(desk.bot.id, {
    subject: body.subject as string,
    requesterId: requesterId!,
    channel: body.source === 1 ? "email" : "api",
    body: htmlToText(html),
    html,
    fields,
  });
}
