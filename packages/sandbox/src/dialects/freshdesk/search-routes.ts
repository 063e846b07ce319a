import type { Hono } from "hono";
import type { Desk } from "../../desk/desk.ts";
import type { DeskTicket } from "../../desk/desk-model.ts";
import type { DialectContext } from "../dialect.ts";
import { type FieldProblem, isoSecond, jsonAnswer, validationFailed } from "./freshdesk-answers.ts";
import { isArchived, priorityNumber, statusNumber } from "./freshdesk-words.ts";
import { positive, unknownParameters } from "./query-checks.ts";
import { matchesSearch, parseSearchQuery, searchedFields } from "./search-query.ts";
import { ticketRow } from "./ticket-shape.ts";

const PAGE_SIZE = 30;
const LAST_PAGE = 10;
const LONGEST_QUERY = 512;
const FIELDS = [
  "agent_id",
  "group_id",
  "priority",
  "status",
  "tag",
  "type",
  "due_by",
  "fr_due_by",
  "created_at",
  "updated_at",
];

export function addSearchRoutes(routes: Hono, context: DialectContext): void {
  const { desk } = context;
  routes.get("/search/tickets", (c) => {
    const parameters = new URL(c.req.url).searchParams;
    const query = parameters.get("query") ?? "";
    const page = positive(parameters.get("page") ?? "1");
    const problems = unknownParameters(parameters, ["query", "page"]);
    if (page === null || page > LAST_PAGE) {
      problems.push(invalid("page", `It should be a Positive Integer less than or equal to ${LAST_PAGE}`));
    }
    const expression = parseSearchQuery(query.slice(1, -1));
    const custom = desk.layout.ticketFields.map((field) => `cf_${field.key}`);
    if (!/^".*"$/s.test(query)) problems.push(invalid("query", "Query is not enclosed in double quotes"));
    else if (query.length > LONGEST_QUERY + 2)
      problems.push(invalid("query", `It can have at most ${LONGEST_QUERY} characters`));
    else if (!expression) problems.push(invalid("query", "The query is invalid"));
    else {
      const unknown = searchedFields(expression).find((field) => !FIELDS.includes(field) && !custom.includes(field));
      if (unknown)
        problems.push({ field: unknown, message: "Unexpected/invalid field in request", code: "invalid_field" });
    }
    if (problems.length > 0 || !expression || page === null) return validationFailed(problems);

    const now = context.now();
    const found = desk
      .ticketsById()
      .filter((ticket) => !ticket.spam && !ticket.deleted && !isArchived(ticket, now))
      .filter((ticket) => matchesSearch(expression, (field) => valuesOf(desk, ticket, field, now)))
      .reverse();
    const results = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((ticket) => ticketRow(desk, ticket, now));
    return jsonAnswer(200, { total: found.length, results });
  });
}

/** Dates compare as days when the query gives a day. */
function valuesOf(desk: Desk, ticket: DeskTicket, field: string, now: number) {
  switch (field) {
    case "agent_id":
      return [ticket.agentId];
    case "group_id":
      return [ticket.groupId];
    case "priority":
      return [priorityNumber(ticket.priority)];
    case "status":
      return [statusNumber(ticket.status)];
    case "tag":
      return ticket.tags.length > 0 ? ticket.tags : [null];
    case "type":
      return [ticket.type];
    case "due_by":
      return [ticketRow(desk, ticket, now).due_by.slice(0, 10)];
    case "fr_due_by":
      return [ticketRow(desk, ticket, now).fr_due_by.slice(0, 10)];
    case "created_at":
      return [isoSecond(ticket.createdAt).slice(0, 10)];
    case "updated_at":
      return [isoSecond(ticket.updatedAt).slice(0, 10)];
    default:
      return [ticket.customFields[field.slice("cf_".length)] ?? null];
  }
}

const invalid = (field: string, message: string): FieldProblem => ({ field, message, code: "invalid_value" });
