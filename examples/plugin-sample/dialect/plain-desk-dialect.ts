import type { DeskTicket } from "@otai/sandbox/desk/desk-model";
import type { Dialect, DialectContext } from "@otai/sandbox/dialects/dialect";
import { type Context, Hono } from "hono";
import { listTickets } from "./list-tickets.ts";
import { messageJson, ticketJson } from "./plain-desk-json.ts";
import { readUpdate } from "./read-update.ts";

// Replace: the routes, refusals and limits of your helpdesk, from its documentation, never from your adapter.
/** The API of Plain Desk over the simulated desk, written from its documentation and not from the adapter. */
export function createPlainDeskDialect(context: DialectContext): Dialect {
  return {
    name: "plain-desk",
    mountPath: "/plain-desk/api",
    kindOf: ({ method }) => (method === "GET" ? "read" : "write"),
    admit: ({ headers }) =>
      headers.get("authorization") === "Bearer sandbox"
        ? {}
        : Response.json({ error: "unknown token" }, { status: 401 }),
    faultResponse: (kind) =>
      kind === "429"
        ? Response.json({ error: "too many calls" }, { status: 429, headers: { "retry-after": "2" } })
        : Response.json({ error: "maintenance" }, { status: 503 }),
    routes: createRoutes(context),
  };
}

function createRoutes(context: DialectContext): Hono {
  const { desk } = context;
  const routes = new Hono();
  const missing = (c: Context) => c.json({ error: "there is no such ticket" }, 404);
  const find = (c: Context): DeskTicket | null => {
    const id = c.req.param("id") ?? "";
    const ticket = /^\d+$/.test(id) ? desk.ticket(Number(id)) : undefined;
    return ticket === undefined || ticket.deleted || ticket.spam ? null : ticket;
  };

  routes.get("/me", (c) => c.json({ id: String(desk.bot.id), name: desk.bot.name }));
  routes.get("/queues", (c) =>
    c.json({ queues: desk.layout.groups.map(({ id, name }) => ({ id: String(id), name })) }),
  );
  routes.get("/tickets", (c) => listTickets(context, c));

  routes.get("/tickets/:id", (c) => {
    const ticket = find(c);
    return ticket === null ? missing(c) : c.json(ticketJson(desk, ticket));
  });

  routes.patch("/tickets/:id", async (c) => {
    const ticket = find(c);
    if (ticket === null) return missing(c);
    if (c.req.header("if-match") !== String(ticket.history.length)) return c.json({ error: "changed meanwhile" }, 409);
    const { fields, problems } = readUpdate(desk, ticket, await c.req.json());
    if (problems.length > 0) return c.json({ error: "refused", fields: problems }, 422);
    return c.json(ticketJson(desk, desk.changeTicket(desk.bot.id, ticket.id, fields)));
  });

  routes.get("/tickets/:id/messages", (c) => {
    const ticket = find(c);
    if (ticket === null) return missing(c);
    return c.json({ messages: ticket.messages.map((message) => messageJson(desk, message)) });
  });

  routes.post("/tickets/:id/messages", async (c) => {
    const ticket = find(c);
    if (ticket === null) return missing(c);
    const { html, internal } = (await c.req.json()) as { html: string; internal?: boolean };
    const text = html
      .replace(/<[^>]*>/g, " ")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&amp;/g, "&");
    const message = { authorId: desk.bot.id, public: internal !== true, text, html, channel: "api" } as const;
    desk.changeTicket(desk.bot.id, ticket.id, {}, message);
    return c.json(messageJson(desk, ticket.messages.at(-1)!), 201);
  });

  routes.all("*", (c) => c.json({ error: "there is no such route" }, 404));
  return routes;
}
