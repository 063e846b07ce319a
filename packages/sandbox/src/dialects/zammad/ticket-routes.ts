import type { Context, Hono } from "hono";
import type { DeskTicket } from "../../desk/desk-model.ts";
import { jsonResponse, recordNotFound, unprocessable } from "./api-error.ts";
import { newArticle } from "./article-input.ts";
import { articleJson } from "./article-json.ts";
import { isOn, isRecord, knownTicket, type Params, pageOf, readParams } from "./call.ts";
import { lookUpUser } from "./look-up.ts";
import { ticketChanges } from "./ticket-input.ts";
import { expandedTicketJson, ticketJson } from "./ticket-json.ts";
import { userWithId } from "./user-json.ts";
import type { ZammadAccount } from "./zammad-account.ts";
import { numberOf, tagsOf } from "./zammad-words.ts";

const LARGEST_PAGE = 100;

/** `/tickets`, `/ticket_articles`, `/ticket_merge`. */
export function addTicketRoutes(routes: Hono, account: ZammadAccount): void {
  const { desk } = account;

  const ticketAnswer = (params: Params, ticket: DeskTicket, status = 200): Response => {
    if (isOn(params.expand)) return jsonResponse(expandedTicketJson(desk, ticket), status);
    if (isOn(params.full)) {
      return jsonResponse({ id: ticket.id, assets: ticketAssets(account, [ticket]) }, status);
    }
    if (isOn(params.all)) {
      const assets = {
        ...ticketAssets(account, [ticket]),
        TicketArticle: Object.fromEntries(
          ticket.messages.map((message) => [message.id, articleJson(desk, ticket, message)]),
        ),
      };
      const articleIds = ticket.messages.map((message) => message.id);
      return jsonResponse(
        { ticket_id: ticket.id, ticket_article_ids: articleIds, assets, tags: tagsOf(ticket) },
        status,
      );
    }
    return jsonResponse(ticketJson(desk, ticket), status);
  };

  routes.get("/tickets", async (c) => {
    const params = await readParams(c);
    const seen = desk.ticketsById().filter((ticket) => !ticket.deleted);
    const page = pageOf(seen, params, LARGEST_PAGE, LARGEST_PAGE);
    return jsonResponse(page.map((ticket) => (isOn(params.expand) ? expandedTicketJson : ticketJson)(desk, ticket)));
  });

  routes.get("/tickets/:id{[0-9]+}", async (c) =>
    ticketAnswer(await readParams(c), knownTicket(account, c.req.param("id"))),
  );

  routes.put("/tickets/:id{[0-9]+}", async (c) => {
    const ticket = knownTicket(account, c.req.param("id"));
    const params = await readParams(c);
    const caller = account.caller(c);
    const changes = ticketChanges(account, params, ticket);
    const message = isRecord(params.article) ? newArticle(params.article, caller, ticket.requesterId) : undefined;
    return ticketAnswer(params, desk.changeTicket(caller.id, ticket.id, changes, message));
  });

  routes.post("/tickets", async (c) => {
    const params = await readParams(c);
    return ticketAnswer(params, createTicket(account, c, params), 201);
  });

  routes.delete("/tickets/:id{[0-9]+}", (c) => {
    desk.changeTicket(account.caller(c).id, knownTicket(account, c.req.param("id")).id, { deleted: true });
    return new Response(null, { status: 200 });
  });

  routes.get("/ticket_articles/by_ticket/:id", (c) => {
    const ticket = knownTicket(account, c.req.param("id"));
    return jsonResponse(ticket.messages.map((message) => articleJson(desk, ticket, message)));
  });

  routes.get("/ticket_articles/:id{[0-9]+}", (c) => {
    const id = Number(c.req.param("id"));
    for (const ticket of desk.ticketsById()) {
      const message = ticket.deleted ? undefined : ticket.messages.find((candidate) => candidate.id === id);
      if (message) return jsonResponse(articleJson(desk, ticket, message));
    }
    throw recordNotFound("Ticket::Article", id);
  });

  routes.post("/ticket_articles", async (c) => {
    const params = await readParams(c);
    const ticket = knownTicket(account, params.ticket_id);
    const caller = account.caller(c);
    const after = desk.changeTicket(caller.id, ticket.id, {}, newArticle(params, caller, ticket.requesterId));
    return jsonResponse(articleJson(desk, after, after.messages.at(-1)!), 201);
  });

  routes.put("/ticket_merge/:from/:number", (c) => {
    const { from, number } = c.req.param();
    const target = desk.ticketsById().find((ticket) => !ticket.deleted && numberOf(ticket.id) === number);
    const source = desk.ticket(Number(from));
    const failed = (message: string) => jsonResponse({ result: "failed", message });
    if (target === undefined) return failed("The target ticket number could not be found.");
    if (source === undefined || source.deleted) return failed("The source ticket could not be found.");
    if (target.id === source.id) return failed("The ticket cannot be merged with itself.");
    const by = account.caller(c).id;
    desk.changeTicket(by, source.id, { status: "closed", mergedInto: target.id });
    return jsonResponse({
      result: "success",
      target_ticket: ticketJson(desk, target),
      source_ticket: ticketJson(desk, source),
    });
  });
}

function createTicket(account: ZammadAccount, c: Context, params: Params): DeskTicket {
  const { desk } = account;
  const caller = account.caller(c);
  const customerId = customerOf(account, params);
  const { subject, requesterId: _customer, ...fields } = ticketChanges(account, params, null);
  if (subject === undefined) throw unprocessable("Missing required value for field 'title'!");
  if (params.group === undefined && params.group_id === undefined) {
    throw unprocessable("Missing required value for field 'group_id'!");
  }
  const article = newArticle(isRecord(params.article) ? params.article : {}, caller, customerId);
  return desk.createTicket(caller.id, {
    subject,
    requesterId: customerId,
    channel: article.channel,
    body: article.text,
    html: article.html,
    fields,
  });
}

/** `guess:` before an address makes the customer where there is none. */
function customerOf({ desk }: ZammadAccount, params: Params): number {
  const guess = /^guess:(.+@.+)$/.exec(String(params.customer_id ?? ""))?.[1];
  if (guess) return desk.ensureCustomer(guess).id;
  if (isRecord(params.customer) && typeof params.customer.email === "string") {
    return desk.ensureCustomer(params.customer.email).id;
  }
  const customer = lookUpUser(desk, params, "customer");
  if (customer === undefined || customer === "nobody") {
    throw unprocessable("Missing required value for field 'customer_id'!");
  }
  return customer.id;
}

/** Tickets and their people by id, as answers in the vendor's asset form have them. */
export function ticketAssets({ desk }: ZammadAccount, tickets: readonly DeskTicket[]): Record<string, unknown> {
  const people = new Set(tickets.flatMap((ticket) => [ticket.requesterId, ticket.agentId ?? 1]));
  return {
    Ticket: Object.fromEntries(tickets.map((ticket) => [ticket.id, ticketJson(desk, ticket)])),
    User: Object.fromEntries([...people].map((id) => [id, userWithId(desk, id)])),
  };
}
