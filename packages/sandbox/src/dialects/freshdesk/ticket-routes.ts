import type { Context, Hono } from "hono";
import type { DeskTicket } from "../../desk/desk-model.ts";
import { htmlToText } from "../../desk/html-text.ts";
import type { DialectContext } from "../dialect.ts";
import {
  type AttributeCheck,
  checkAttributes,
  filledText,
  flag,
  idOf,
  notOneOf,
  textList,
} from "./attribute-checks.ts";
import { jsonAnswer, methodNotAllowed, notFound, validationFailed } from "./freshdesk-answers.ts";
import { isArchived } from "./freshdesk-words.ts";
import { listAnswer } from "./list-answer.ts";
import { listTickets } from "./list-tickets.ts";
import { unknownParameters } from "./query-checks.ts";
import { withBody } from "./request-body.ts";
import { conversationRow, conversationsOf, requesterOf, statsOf, ticketDetail } from "./ticket-shape.ts";
import { createTicketFrom, ticketCreateProblems, ticketFieldsFrom, ticketUpdateProblems } from "./write-ticket.ts";

const VIEW_INCLUDES = ["conversations", "requester", "company", "stats", "sla_policy"];
/** `include=conversations` embeds the ten oldest and does not say that there are more. */
const EMBEDDED_CONVERSATIONS = 10;

export function addTicketRoutes(routes: Hono, context: DialectContext): void {
  const { desk } = context;

  routes.get("/tickets", (c) => listTickets(context, new URL(c.req.url).searchParams));

  routes.post("/tickets", (c) =>
    withBody(c, (body) => {
      const problems = ticketCreateProblems(desk, body);
      if (problems.length > 0) return validationFailed(problems);
      const ticket = createTicketFrom(desk, body);
      const location = { location: `${context.baseUrl()}/api/v2/tickets/${ticket.id}` };
      return jsonAnswer(201, ticketDetail(desk, ticket, context.now()), location);
    }),
  );

  routes.get("/tickets/archived/:id", (c) => {
    const ticket = findTicket(context, c, true);
    return ticket ? viewTicket(context, c, ticket) : notFound();
  });
  routes.get("/tickets/archived/:id/conversations", (c) => {
    const ticket = findTicket(context, c, true);
    return ticket ? listConversations(context, c, ticket) : notFound();
  });

  routes.get("/tickets/:id", (c) => {
    const ticket = findTicket(context, c, false);
    return ticket ? viewTicket(context, c, ticket) : notFound();
  });

  routes.put("/tickets/:id", (c) => {
    const ticket = findTicket(context, c, false);
    if (!ticket) return notFound();
    if (ticket.spam || ticket.deleted) return methodNotAllowed("PUT", ["GET"]);
    return withBody(c, (body) => {
      const problems = ticketUpdateProblems(desk, body);
      if (problems.length > 0) return validationFailed(problems);
      desk.changeTicket(desk.bot.id, ticket.id, ticketFieldsFrom(desk, body, ticket));
      return jsonAnswer(200, ticketDetail(desk, ticket, context.now()));
    });
  });

  routes.get("/tickets/:id/conversations", (c) => {
    const ticket = findTicket(context, c, false);
    return ticket ? listConversations(context, c, ticket) : notFound();
  });

  const people = {
    cc_emails: textList,
    bcc_emails: textList,
    user_id: idOf("user", (id) => desk.user(id) !== undefined),
  };
  routes.post("/tickets/:id/notes", (c) => {
    const checks = {
      body: filledText,
      private: flag,
      incoming: flag,
      notify_emails: textList,
      user_id: people.user_id,
    };
    // Private unless the caller says otherwise.
    return addMessage(context, c, checks, (body) => body.private === false);
  });
  routes.post("/tickets/:id/reply", (c) =>
    addMessage(context, c, { body: filledText, from_email: filledText, ...people }, () => true),
  );
}

/** Tickets that are archived live under another path, and only there. */
function findTicket({ desk, now }: DialectContext, c: Context, archived: boolean): DeskTicket | undefined {
  const ticket = desk.ticket(Number(c.req.param("id")));
  return ticket && isArchived(ticket, now()) === archived ? ticket : undefined;
}

function viewTicket(context: DialectContext, c: Context, ticket: DeskTicket): Response {
  const { desk } = context;
  const query = new URL(c.req.url).searchParams;
  const include = (query.get("include") ?? "").split(",").filter((name) => name !== "");
  const problems = unknownParameters(query, ["include"]);
  if (include.some((name) => !VIEW_INCLUDES.includes(name))) problems.push(notOneOf("include", VIEW_INCLUDES));
  if (problems.length > 0) return validationFailed(problems);
  return jsonAnswer(200, {
    ...ticketDetail(desk, ticket, context.now()),
    ...(include.includes("conversations")
      ? { conversations: conversationsOf(desk, ticket, context.now()).slice(0, EMBEDDED_CONVERSATIONS) }
      : {}),
    ...(include.includes("requester") ? { requester: requesterOf(desk.user(ticket.requesterId)) } : {}),
    ...(include.includes("stats") ? { stats: statsOf(ticket) } : {}),
    ...(include.includes("company") ? { company: {} } : {}),
    ...(include.includes("sla_policy") ? { sla_policy: { id: 80_000_000_101, name: "Default SLA Policy" } } : {}),
  });
}

function listConversations(context: DialectContext, c: Context, ticket: DeskTicket): Response {
  const path = c.req.path.slice(c.req.path.indexOf("/tickets"));
  return listAnswer(context, c, path, conversationsOf(context.desk, ticket, context.now()), (row) => row);
}

function addMessage(
  context: DialectContext,
  c: Context,
  checks: Record<string, AttributeCheck>,
  isPublic: (body: Record<string, unknown>) => boolean,
): Response | Promise<Response> {
  const { desk } = context;
  const ticket = findTicket(context, c, false);
  if (!ticket) return notFound();
  if (ticket.spam || ticket.deleted) return methodNotAllowed("POST", ["GET"]);
  return withBody(c, (body) => {
    const problems = checkAttributes(body, checks, ["body"]);
    if (problems.length > 0) return validationFailed(problems);
    const html = body.body as string;
    const authorId = (body.user_id as number | undefined) ?? desk.bot.id;
    const message = { authorId, public: isPublic(body), text: htmlToText(html), html, channel: "api" } as const;
    desk.changeTicket(desk.bot.id, ticket.id, {}, message);
    const row = conversationRow(desk, ticket, ticket.messages.at(-1)!);
    return jsonAnswer(201, row, { location: `${context.baseUrl()}/api/v2/conversations/${row.id}` });
  });
}
