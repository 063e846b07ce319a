import { Hono } from "hono";
import type { Dialect, DialectContext } from "../dialect.ts";
import { addCannedResponseRoutes } from "./canned-response-routes.ts";
import { addFieldRoutes } from "./field-routes.ts";
import { admitFreshdesk, refusedByOthers } from "./freshdesk-admission.ts";
import { jsonAnswer, methodNotAllowed, notFound } from "./freshdesk-answers.ts";
import { addPeopleRoutes } from "./people-routes.ts";
import { addSearchRoutes } from "./search-routes.ts";
import { addSolutionRoutes } from "./solution-routes.ts";
import { addTicketRoutes } from "./ticket-routes.ts";
import { webhookBody } from "./webhook-template.ts";

const MINUTE = 60_000;
/** Which methods the known paths have, for the vendor's 405. */
const METHODS: [RegExp, string[]][] = [
  [/^\/tickets$/, ["GET", "POST"]],
  [/^\/tickets\/\d+$/, ["GET", "PUT"]],
  [/^\/tickets\/\d+\/(notes|reply)$/, ["POST"]],
  [/^\/tickets\/(archived\/)?\d+\/conversations$/, ["GET"]],
  [/^\/contacts\/\d+$/, ["GET", "PUT"]],
  [/^\/(contacts|agents|groups|ticket_fields|contact_fields|search\/tickets)$/, ["GET"]],
  [/^\/(agents|groups|tickets\/archived)\/\w+$/, ["GET"]],
  [/^\/solutions\//, ["GET"]],
  [/^\/canned_response_folders(\/\d+\/responses)?$/, ["GET"]],
];

/** Freshdesk API v2 over the desk, written from ticket-systems.md, section 2. */
export function createFreshdeskDialect(context: DialectContext): Dialect {
  const mountPath = "/freshdesk/api/v2";
  const routes = new Hono();
  addTicketRoutes(routes, context);
  addPeopleRoutes(routes, context);
  addFieldRoutes(routes, context);
  addSearchRoutes(routes, context);
  addSolutionRoutes(routes, context);
  addCannedResponseRoutes(routes, context);
  routes.all("*", (c) => {
    const path = c.req.path.slice(mountPath.length);
    const allowed = METHODS.find(([pattern]) => pattern.test(path))?.[1];
    return allowed && !allowed.includes(c.req.method) ? methodNotAllowed(c.req.method, allowed) : notFound();
  });
  return {
    name: "freshdesk",
    mountPath,
    kindOf: ({ method }) => (method === "GET" || method === "HEAD" ? "read" : "write"),
    admit: (request) => admitFreshdesk(request, context.plan, context.limiter),
    faultResponse: (kind) =>
      kind === "429"
        ? refusedByOthers(context.plan, 1 + Math.floor(context.random() * 3))
        : jsonAnswer(context.random() < 0.5 ? 500 : 503, { code: "internal_error", message: "Something went wrong" }),
    routes,
    webhook: {
      request: ({ event, subscription }) => ({
        headers: {
          "content-type": "application/json",
          ...(subscription.secret ? { "x-otai-webhook-secret": subscription.secret } : {}),
        },
        body: webhookBody(context.desk, event, subscription.template),
      }),
      retryDelays: [5 * MINUTE, 30 * MINUTE, 60 * MINUTE],
      retryOn: (status) => status === null || status < 200 || status >= 300,
      timeoutMs: 10_000,
    },
  };
}
