import type { Context, Hono } from "hono";
import type { DeskTicket } from "../../desk/desk-model.ts";
import { ApiError, badRequest } from "./api-error.ts";
import { callUrl, optionalSuffix } from "./call.ts";
import { offset, offsetPage, paginate } from "./paging.ts";
import { compileSearch, InvalidSearch, type SearchableTicket } from "./search-query.ts";
import { isDeleted, shownStatus, shownType } from "./ticket-json.ts";
import type { ZendeskAccount } from "./zendesk-account.ts";

const MAX_RESULTS = 1000;
const STATUS_RANK = ["new", "open", "pending", "hold", "solved", "closed"];
const PRIORITY_RANK = [null, "low", "normal", "high", "urgent"];

/** `/search` (offset paging, 1,000 results), `/search/count` and `/search/export` (cursor paging, no end). */
export function addSearchRoutes(routes: Hono, account: ZendeskAccount): void {
  const result = (ticket: DeskTicket) => ({ ...account.json.ticket(ticket), result_type: "ticket" });

  routes.on("GET", optionalSuffix("/search"), (c) => {
    const url = callUrl(c, account);
    const { page, size } = offset(url.searchParams);
    if (page * size > MAX_RESULTS) {
      throw new ApiError(422, { error: "invalid", description: "Invalid search: requested more results than 1000" });
    }
    const found = search(account, c.req.query("query") ?? "", true);
    const results = offsetPage(sorted(found, c), url);
    return c.json({ results: results.records.map(result), facets: null, ...results.envelope });
  });

  routes.on("GET", optionalSuffix("/search/count"), (c) =>
    c.json({ count: search(account, c.req.query("query") ?? "", true).length }),
  );

  routes.on("GET", optionalSuffix("/search/export"), (c) => {
    if (c.req.query("filter[type]") !== "ticket") {
      throw badRequest("InvalidFilter", "filter[type] names the one kind of record to export");
    }
    const url = callUrl(c, account);
    if (!url.searchParams.has("page[size]")) url.searchParams.set("page[size]", "100");
    const page = paginate(search(account, c.req.query("query") ?? "", false), url);
    return c.json({ results: page.records.map(result), facets: null, ...page.envelope });
  });
}

/** Hits by ascending id, which is the order of creation. */
function search(account: ZendeskAccount, query: string, typeAllowed: boolean): DeskTicket[] {
  try {
    const { types, matches } = compileSearch(query);
    if (!typeAllowed && types.length > 0) throw new InvalidSearch("type: belongs into filter[type]");
    if (types.length > 0 && !types.includes("ticket")) return [];
    return account.desk.ticketsById().filter((ticket) => !isDeleted(ticket) && matches(searchable(account, ticket)));
  } catch (error) {
    if (!(error instanceof InvalidSearch)) throw error;
    throw new ApiError(422, { error: "invalid", description: `Invalid search: ${error.message}` });
  }
}

function searchable({ desk, fields }: ZendeskAccount, ticket: DeskTicket): SearchableTicket {
  const named = (id: number | null, names: (string | null | undefined)[]) =>
    id === null ? [] : [String(id), ...names.filter((name) => typeof name === "string")];
  const group = ticket.groupId === null ? undefined : desk.group(ticket.groupId);
  const requester = desk.user(ticket.requesterId);
  const assignee = ticket.agentId === null ? undefined : desk.user(ticket.agentId);
  return {
    id: ticket.id,
    subject: ticket.subject,
    description: ticket.messages[0]?.text ?? "",
    status: shownStatus(ticket),
    priority: ticket.priority,
    type: shownType(ticket.type),
    group: named(ticket.groupId, [group?.name]),
    requester: named(ticket.requesterId, [requester?.email, requester?.name]),
    assignee: named(ticket.agentId, [assignee?.email, assignee?.name]),
    tags: fields.tagsOf(ticket),
    created: ticket.createdAt,
    updated: ticket.updatedAt,
  };
}

/** Newest first unless the query says otherwise; relevance is not simulated. */
function sorted(tickets: readonly DeskTicket[], c: Context): DeskTicket[] {
  const rank = rankOf(c.req.query("sort_by"));
  const direction = c.req.query("sort_order") === "asc" ? 1 : -1;
  return [...tickets].sort((left, right) => direction * (rank(left) - rank(right) || left.id - right.id));
}

function rankOf(sortBy: string | undefined): (ticket: DeskTicket) => number {
  switch (sortBy) {
    case "updated_at":
      return (ticket) => ticket.updatedAt;
    case "status":
      return (ticket) => STATUS_RANK.indexOf(shownStatus(ticket));
    case "priority":
      return (ticket) => PRIORITY_RANK.indexOf(ticket.priority);
    default:
      return (ticket) => ticket.createdAt;
  }
}
