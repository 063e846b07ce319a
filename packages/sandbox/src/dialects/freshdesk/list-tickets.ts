import type { Desk } from "../../desk/desk.ts";
import type { DeskTicket } from "../../desk/desk-model.ts";
import type { DialectContext } from "../dialect.ts";
import { notOneOf } from "./attribute-checks.ts";
import { type FieldProblem, jsonAnswer, validationFailed } from "./freshdesk-answers.ts";
import { isArchived, statusNumber } from "./freshdesk-words.ts";
import { instantOf, nextLink, pageOf, unknownParameters } from "./query-checks.ts";
import { descriptionOf, requesterOf, statsOf, ticketRow } from "./ticket-shape.ts";

const PARAMETERS = [
  "filter",
  "requester_id",
  "email",
  "unique_external_id",
  "company_id",
  "updated_since",
  "include",
  "order_by",
  "order_type",
  "page",
  "per_page",
];
const INCLUDES = ["description", "requester", "stats", "company"];
const ORDERS = ["created_at", "due_by", "updated_at", "status"];
const FILTERS = ["new_and_my_open", "watching", "spam", "deleted"];
const LAST_PAGE = 300;
const DEFAULT_WINDOW_MS = 30 * 86_400_000;

/** `GET /tickets`. Without `updated_since` only tickets of the last 30 days. */
export function listTickets(context: DialectContext, query: URLSearchParams): Response {
  const { desk } = context;
  const now = context.now();
  const page = pageOf(query);
  const since = query.get("updated_since");
  const sinceInstant = since === null ? null : instantOf(since);
  const include = (query.get("include") ?? "").split(",").filter((name) => name !== "");
  const problems: FieldProblem[] = [...unknownParameters(query, PARAMETERS), ...(Array.isArray(page) ? page : [])];
  if (since !== null && sinceInstant === null) {
    const message = "It should be in the 'combined date and time ISO8601' format";
    problems.push({ field: "updated_since", message, code: "invalid_value" });
  }
  if (include.some((name) => !INCLUDES.includes(name))) problems.push(notOneOf("include", INCLUDES));
  for (const [field, values] of [
    ["order_by", ORDERS],
    ["order_type", ["asc", "desc"]],
    ["filter", FILTERS],
  ] satisfies [string, string[]][]) {
    const value = query.get(field);
    if (value !== null && !values.includes(value)) problems.push(notOneOf(field, values));
  }
  if (problems.length > 0 || Array.isArray(page)) return validationFailed(problems);
  if (page.number > LAST_PAGE) {
    const message = `cannot access tickets beyond the ${LAST_PAGE}th page`;
    return validationFailed([{ field: "page", message, code: "invalid_value" }]);
  }

  const found = matching(desk, query, sinceInstant, now);
  const from = (page.number - 1) * page.size;
  const rows = found.slice(from, from + page.size).map((ticket) => ({
    ...ticketRow(desk, ticket, now),
    ...(include.includes("description") ? descriptionOf(ticket) : {}),
    ...(include.includes("requester") ? { requester: requesterOf(desk.user(ticket.requesterId)) } : {}),
    ...(include.includes("stats") ? { stats: statsOf(ticket) } : {}),
    ...(include.includes("company") ? { company: null } : {}),
  }));
  const more = from + page.size < found.length;
  return jsonAnswer(200, rows, nextLink(`${context.baseUrl()}/api/v2/tickets`, query, page, more));
}

function matching(desk: Desk, query: URLSearchParams, since: number | null, now: number): DeskTicket[] {
  const orderBy = query.get("order_by") ?? "created_at";
  const descending = (query.get("order_type") ?? "desc") === "desc";
  const base = orderBy === "updated_at" ? desk.ticketsByUpdate() : desk.ticketsById();
  const start = since !== null && orderBy === "updated_at" ? firstUpdatedAt(base, since) : 0;
  const fits = predicate(desk, query, since, now);
  const found: DeskTicket[] = [];
  for (let index = start; index < base.length; index++) if (fits(base[index]!)) found.push(base[index]!);
  if (orderBy === "status") found.sort((a, b) => statusNumber(a.status) - statusNumber(b.status));
  return descending ? found.reverse() : found;
}

function predicate(desk: Desk, query: URLSearchParams, since: number | null, now: number) {
  const filter = query.get("filter");
  const requesterId = query.get("requester_id");
  const email = query.get("email");
  const requester = email === null ? undefined : (desk.userWithEmail(email)?.id ?? -1);
  const none = query.has("company_id") || query.has("unique_external_id") || filter === "watching";
  // Stored with whole seconds, compared with whole seconds.
  const changedFrom = since === null ? null : Math.ceil(since / 1000) * 1000;
  return (ticket: DeskTicket): boolean => {
    if (none || isArchived(ticket, now)) return false;
    if (ticket.deleted !== (filter === "deleted")) return false;
    if (filter !== "deleted" && ticket.spam !== (filter === "spam")) return false;
    if (filter === "new_and_my_open") {
      const open = ticket.status === "new" || ticket.status === "open";
      if (!open || (ticket.agentId !== null && ticket.agentId !== desk.bot.id)) return false;
    }
    if (requesterId !== null && ticket.requesterId !== Number(requesterId)) return false;
    if (requester !== undefined && ticket.requesterId !== requester) return false;
    return changedFrom === null ? now - ticket.createdAt <= DEFAULT_WINDOW_MS : ticket.updatedAt >= changedFrom;
  };
}

/** Index of the first ticket that changed at or after `since`, in a list by ascending change. */
function firstUpdatedAt(tickets: readonly DeskTicket[], since: number): number {
  let low = 0;
  let high = tickets.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (tickets[middle]!.updatedAt < since) low = middle + 1;
    else high = middle;
  }
  return low;
}
