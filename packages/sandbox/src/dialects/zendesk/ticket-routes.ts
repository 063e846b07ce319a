import type { Context, Hono } from "hono";
import type { DeskTicket } from "../../desk/desk-model.ts";
import { recordInvalid } from "./api-error.ts";
import { auditSince, audits } from "./audit-json.ts";
import {
  bodyObject,
  callingAgent,
  callUrl,
  idList,
  idParam,
  isRecord,
  jsonBody,
  knownTicket,
  optionalSuffix,
} from "./call.ts";
import { commentJson } from "./comment-json.ts";
import { paginate } from "./paging.ts";
import { checkNotClosed, checkSafeUpdate } from "./safe-update.ts";
import { newComment, restrictedKeys, ticketFields } from "./ticket-input.ts";
import { isDeleted } from "./ticket-json.ts";
import { userJson } from "./user-json.ts";
import type { ZendeskAccount } from "./zendesk-account.ts";

/** `/tickets`: list, show, create, update, delete, comments, audits. */
export function addTicketRoutes(routes: Hono, account: ZendeskAccount): void {
  const { desk, json } = account;

  routes.on("GET", optionalSuffix("/tickets"), (c) => {
    const page = paginate(
      desk.ticketsById().filter((ticket) => !isDeleted(ticket)),
      callUrl(c, account),
    );
    const tickets = page.records.map((ticket) => json.ticket(ticket));
    return c.json({ tickets, ...sideloadedPeople(c, account, page.records), ...page.envelope });
  });

  routes.on("GET", optionalSuffix("/tickets/show_many"), (c) => {
    const found = idList(c)
      .map((id) => desk.ticket(id))
      .filter((ticket): ticket is DeskTicket => ticket !== undefined && !isDeleted(ticket));
    return c.json({
      tickets: found.map((ticket) => json.ticket(ticket)),
      ...sideloadedPeople(c, account, found),
      next_page: null,
      previous_page: null,
      count: found.length,
    });
  });

  routes.on("GET", optionalSuffix("/tickets/:id"), (c) => {
    const ticket = knownTicket(account, idParam(c));
    return c.json({ ticket: json.ticket(ticket), ...sideloadedPeople(c, account, [ticket]) });
  });

  routes.on("GET", optionalSuffix("/tickets/:ticket/comments"), (c) => {
    const ticket = knownTicket(account, idParam(c, "ticket"));
    const newestFirst = c.req.query("sort_order") === "desc" || c.req.query("sort") === "-created_at";
    const comments = ticket.messages.map((message) => commentJson(desk, message));
    const page = paginate(newestFirst ? comments.reverse() : comments, callUrl(c, account));
    const authors = page.records.map((comment) => Number(comment.author_id));
    return c.json({ comments: page.records, ...sideloadedUsers(c, account, authors), ...page.envelope });
  });

  routes.on("GET", optionalSuffix("/tickets/:ticket/audits"), (c) => {
    const ticket = knownTicket(account, idParam(c, "ticket"));
    const page = paginate(audits(desk, account.fields, ticket), callUrl(c, account));
    return c.json({ audits: page.records, ...page.envelope });
  });

  routes.on("PUT", optionalSuffix("/tickets/:id"), async (c) => {
    const caller = callingAgent(c, account);
    const ticket = knownTicket(account, idParam(c));
    const input = await bodyObject(c, "ticket");
    checkNotClosed(ticket);
    checkSafeUpdate(ticket, input);
    const changes = ticketFields(desk, account.fields, input, ticket);
    const message = newComment(desk, input, caller);
    const known = ticket.history.length;
    const after = desk.changeTicket(caller.id, ticket.id, changes, message);
    warnOfRestrictedKeys(c, input);
    return c.json({ ticket: json.ticket(after), audit: auditSince(desk, account.fields, after, known) });
  });

  const created = new Map<string, number>();
  routes.on("POST", optionalSuffix("/tickets"), async (c) => {
    const caller = callingAgent(c, account);
    const key = c.req.header("idempotency-key");
    const repeated = key === undefined ? undefined : created.get(key);
    if (key !== undefined) c.header("x-idempotency-lookup", repeated === undefined ? "miss" : "hit");
    const ticket =
      repeated === undefined
        ? createTicket(account, (await jsonBody(c)).ticket, caller.id)
        : knownTicket(account, repeated);
    if (key !== undefined) created.set(key, ticket.id);
    c.header("location", `${account.apiUrl()}/tickets/${ticket.id}.json`);
    return c.json({ ticket: json.ticket(ticket), audit: audits(desk, account.fields, ticket)[0] }, 201);
  });

  routes.on("DELETE", optionalSuffix("/tickets/:id"), (c) => {
    const caller = callingAgent(c, account);
    desk.changeTicket(caller.id, knownTicket(account, idParam(c)).id, { deleted: true });
    return c.body(null, 204);
  });
}

function createTicket(account: ZendeskAccount, input: unknown, callerId: number): DeskTicket {
  const { desk, fields } = account;
  if (!isRecord(input)) throw recordInvalid("base", "Description: cannot be blank");
  const comment = isRecord(input.comment) ? input.comment : {};
  const body = String(comment.body ?? input.description ?? "");
  if (body.trim() === "") throw recordInvalid("base", "Description: cannot be blank");
  const requester = isRecord(input.requester) ? input.requester : null;
  const named = typeof requester?.email === "string" ? requester.email : null;
  const requesterId =
    named === null
      ? Number(input.requester_id ?? callerId)
      : desk.ensureCustomer(named, typeof requester?.name === "string" ? requester.name : undefined).id;
  if (desk.user(requesterId) === undefined) throw recordInvalid("requester", "Requester: is invalid");
  const { subject, requesterId: _requester, ...rest } = ticketFields(desk, fields, input, null);
  return desk.createTicket(callerId, {
    subject: subject ?? body.slice(0, 80),
    requesterId,
    channel: "api",
    body,
    html: typeof comment.html_body === "string" ? comment.html_body : null,
    fields: rest,
  });
}

function warnOfRestrictedKeys(c: Context, input: Record<string, unknown>): void {
  const removed = restrictedKeys(input);
  if (removed.length > 0) c.header("x-zendesk-api-warn", `Removed restricted keys ${JSON.stringify(removed)}`);
}

/** People of the tickets on the page, where the call asks for them. */
function sideloadedPeople(c: Context, account: ZendeskAccount, tickets: readonly DeskTicket[]) {
  return sideloadedUsers(
    c,
    account,
    tickets.flatMap((ticket) => [ticket.requesterId, ticket.agentId ?? 0]),
  );
}

function sideloadedUsers(c: Context, account: ZendeskAccount, ids: readonly number[]): Record<string, unknown> {
  if (!(c.req.query("include") ?? "").split(",").includes("users")) return {};
  const users = [...new Set(ids)].map((id) => account.desk.user(id)).filter((user) => user !== undefined);
  return { users: users.map((user) => userJson(user, account.userFields, account.apiUrl())) };
}
