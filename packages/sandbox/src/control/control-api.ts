import { type Context, Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import type { z } from "zod";
import type { Desk } from "../desk/desk.ts";
import type { DeskTicket, DeskUser } from "../desk/desk-model.ts";
import type { WebhookSubscription } from "../dialects/dialect.ts";
import type { FaultPlan } from "../faults/fault-plan.ts";
import type { WebhookSender } from "../webhooks/webhook-sender.ts";
import { actAsAgent } from "./act-as-agent.ts";
import type { ArrivalStream } from "./arrival-stream.ts";
import {
  agentAct,
  contactState,
  customerReply,
  listRequests,
  listTickets,
  newArrivals,
  newFault,
  newTicket,
  webhookList,
} from "./control-input.ts";
import { refuse } from "./refuse.ts";
import type { RequestLog } from "./request-log.ts";
import { ticketSummary, ticketView } from "./ticket-view.ts";

export interface ControlOptions {
  desk: Desk;
  log: RequestLog;
  faults: FaultPlan;
  webhooks: WebhookSender;
  arrivals: ArrivalStream;
  dialects: readonly string[];
  /** Called with a new list before it takes effect. */
  keepSubscriptions: (subscriptions: readonly WebhookSubscription[]) => void;
}

/**
 * Everything that is not the API of a helpdesk: customers, human agents, faults, the request log. No credentials;
 * input errors are 400 `{"error": …}` naming the field.
 */
export function createControlApi(options: ControlOptions): Hono {
  const { desk, log, faults, webhooks, arrivals } = options;
  const api = new Hono();

  api.post("/tickets", async (c) => {
    const input = await body(c, newTicket);
    const person = typeof input.requester === "string" ? { email: input.requester } : input.requester;
    const requester = desk.ensureCustomer(person.email, person.name);
    const ticket = desk.createTicket(requester.id, {
      subject: input.subject,
      requesterId: requester.id,
      channel: input.channel,
      body: input.body,
      html: input.html ?? null,
      truth: { queue: null, priority: null, language: input.language ?? null },
    });
    return c.json({ id: ticket.id }, 201);
  });

  api.get("/tickets", (c) => {
    const { status, limit, cursor } = query(c, listTickets);
    const items: DeskTicket[] = [];
    const all = desk.ticketsById();
    // Newest first; the cursor is the id of the last ticket of the page before, and ids are 1, 2, 3 …
    let index = Math.min(all.length, cursor === undefined ? all.length : cursor - 1) - 1;
    for (; index >= 0 && items.length < limit; index--) {
      const ticket = all[index]!;
      if (status === undefined || ticket.status === status) items.push(ticket);
    }
    const next = index >= 0 ? items.at(-1) : undefined;
    return c.json({
      items: items.map((ticket) => ticketSummary(desk, ticket)),
      next_cursor: next ? String(next.id) : null,
    });
  });

  api.get("/tickets/:id", (c) => c.json(ticketView(desk, ticketOf(desk, c))));

  api.post("/tickets/:id/reply", async (c) => {
    const ticket = ticketOf(desk, c);
    const input = await body(c, customerReply);
    return c.json(ticketView(desk, desk.customerReplies(ticket.id, input.body)));
  });

  api.post("/tickets/:id/act", async (c) => {
    const ticket = ticketOf(desk, c);
    actAsAgent(desk, ticket, await body(c, agentAct));
    return c.json(ticketView(desk, ticket));
  });

  api.post("/contacts/:id/act", async (c) => {
    const contact = contactOf(desk, c.req.param("id"));
    if (contact?.role !== "customer")
      throw new HTTPException(404, { message: `there is no contact ${c.req.param("id")}` });
    const { deleted = contact.deleted, blocked = contact.blocked } = await body(c, contactState);
    const { id, name, email } = desk.changeUser(null, contact.id, { deleted, blocked });
    return c.json({ id, name, email, deleted, blocked });
  });

  api.get("/requests", (c) => c.json({ items: log.items(query(c, listRequests)).map(loggedView) }));
  api.delete("/requests", (c) => {
    log.clear();
    return c.body(null, 204);
  });

  api.get("/faults", (c) => c.json({ items: faults.list() }));
  api.post("/faults", async (c) => {
    const { kind, rate, next, path, only, skip } = await body(c, newFault);
    faults.add({
      kind,
      ...(rate === undefined ? {} : { rate }),
      ...(next === undefined ? {} : { next }),
      ...(path === undefined ? {} : { path }),
      ...(only === undefined ? {} : { only }),
      ...(skip === undefined ? {} : { skip }),
    });
    return c.json({ items: faults.list() }, 201);
  });
  api.delete("/faults", (c) => {
    faults.clear();
    return c.body(null, 204);
  });

  api.get("/webhooks", (c) => c.json({ items: webhooks.subscriptions() }));
  api.put("/webhooks", async (c) => {
    const list = await body(c, webhookList);
    const unknown = list.find((subscription) => !options.dialects.includes(subscription.dialect));
    if (unknown) refuse(`dialect: ${unknown.dialect} is not served here; choose ${options.dialects.join(", ")}`);
    // Keys that were left out stay out: absent and undefined are not the same to whoever reads them back.
    const subscriptions = list.map(({ template, ...rest }) => (template === undefined ? rest : { ...rest, template }));
    options.keepSubscriptions(subscriptions);
    webhooks.subscribe(subscriptions);
    return c.json({ items: webhooks.subscriptions() });
  });

  api.get("/arrivals", (c) => c.json({ received: desk.arrivals(), pending: arrivals.pending() }));
  api.post("/arrivals", async (c) => {
    const { per_second, count } = await body(c, newArrivals);
    arrivals.start(per_second, count);
    return c.json({ received: desk.arrivals(), pending: arrivals.pending() }, 202);
  });
  api.delete("/arrivals", (c) => {
    arrivals.stop();
    return c.body(null, 204);
  });

  api.delete("/fields/:key", (c) => {
    const key = c.req.param("key");
    const known = desk.layout.ticketFields.map((field) => field.key);
    if (!desk.removeTicketField(key)) {
      throw new HTTPException(404, { message: `there is no ticket field ${key}; known are ${known.join(", ")}` });
    }
    return c.body(null, 204);
  });

  api.get("/queues", (c) => c.json({ items: desk.layout.groups.map((group) => group.name) }));
  api.all("*", (c) => c.json({ error: `${c.req.method} ${c.req.path} is not part of the control API` }, 404));
  api.onError((error, c) => {
    if (error instanceof HTTPException) return c.json({ error: error.message }, error.status);
    throw error;
  });
  return api;
}

/** By id or by address: not every dialect shows the id. */
function contactOf(desk: Desk, key: string): DeskUser | undefined {
  return key.includes("@") ? desk.userWithEmail(key) : desk.user(Number(key));
}

function ticketOf(desk: Desk, c: Context): DeskTicket {
  const id = c.req.param("id");
  const ticket = desk.ticket(Number(id));
  if (!ticket) throw new HTTPException(404, { message: `there is no ticket ${id}` });
  return ticket;
}

function loggedView(entry: ReturnType<RequestLog["items"]>[number]) {
  let parsed: unknown = entry.body === "" ? null : entry.body;
  try {
    if (entry.body !== "") parsed = JSON.parse(entry.body);
  } catch {
    // Not JSON, or cut: shown as the text that it is.
  }
  return { ...entry, body: parsed };
}

async function body<S extends z.ZodType>(c: Context, schema: S): Promise<z.infer<S>> {
  const sent = await c.req.text();
  let parsed: unknown;
  try {
    parsed = JSON.parse(sent);
  } catch {
    return refuse("the body is not JSON");
  }
  return check(schema, parsed);
}

function query<S extends z.ZodType>(c: Context, schema: S): z.infer<S> {
  return check(schema, c.req.query());
}

function check<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  return refuse(
    result.error.issues.map((issue) => `${issue.path.map(String).join(".") || "body"}: ${issue.message}`).join("; "),
  );
}
