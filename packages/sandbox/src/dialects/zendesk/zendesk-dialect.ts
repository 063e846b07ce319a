import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { DeskUser } from "../../desk/desk-model.ts";
import type { Dialect, DialectContext, DialectRequest } from "../dialect.ts";
import { ApiError, unauthorized } from "./api-error.ts";
import { parseCredentials } from "./credentials.ts";
import { addFieldRoutes } from "./field-routes.ts";
import { FieldTags } from "./field-tags.ts";
import { addHelpCenterRoutes } from "./help-center-routes.ts";
import { addIncrementalRoutes } from "./incremental-routes.ts";
import { addMacroRoutes } from "./macro-routes.ts";
import { InvalidPage } from "./paging.ts";
import { limitCall, tooManyRequests } from "./rate-limits.ts";
import { addSearchRoutes } from "./search-routes.ts";
import { addTagRoutes } from "./tag-routes.ts";
import { TicketJson } from "./ticket-json.ts";
import { addTicketRoutes } from "./ticket-routes.ts";
import { addUserRoutes } from "./user-routes.ts";
import { createWebhookFormat } from "./webhook-format.ts";
import type { ZendeskAccount } from "./zendesk-account.ts";

const MOUNT_PATH = "/zendesk/api/v2";
const API_TOKEN = "sandbox";
/** The export leaves the last minute out. */
const EXPORT_LAG_MS = 60_000;

/**
 * Zendesk Support API v2 over the simulated desk, with the Help Center API under `/help_center`.
 * An API token is not bound to a user: with `sandbox` any agent's address logs in as that agent.
 */
export function createZendeskDialect(context: DialectContext): Dialect {
  const { desk, now, random, plan, limiter, timeScale, baseUrl } = context;
  const apiUrl = () => `${baseUrl()}/api/v2`;
  const fields = new FieldTags(desk.layout.ticketFields);
  const json = new TicketJson(desk, fields, apiUrl);
  const agentOf = (authorization: string | undefined): DeskUser | null => {
    const credentials = parseCredentials(authorization);
    if (credentials.kind !== "token" || credentials.token !== API_TOKEN) return null;
    const user = desk.userWithEmail(credentials.email);
    return user !== undefined && desk.isAgent(user.id) ? user : null;
  };
  const account: ZendeskAccount = {
    desk,
    now,
    random,
    fields,
    userFields: desk.layout.contactFields,
    json,
    apiUrl,
    exportLagMs: EXPORT_LAG_MS * timeScale,
    caller: (c) => agentOf(c.req.header("authorization")),
  };

  return {
    name: "zendesk",
    mountPath: MOUNT_PATH,
    kindOf: (request) => (request.method === "GET" || request.method === "HEAD" ? "read" : "write"),
    admit(request) {
      const caller = agentOf(request.headers.get("authorization") ?? undefined);
      if (caller === null && !isAnonymousRead(request)) return answer(unauthorized());
      const limited = limitCall(limiter, plan, request, caller?.id ?? null);
      if (limited instanceof Response) return limited;
      if (isHelpCenter(request) && !request.path.endsWith(".json"))
        return new Response("", { status: 415, headers: { ...limited, "content-type": "text/plain; charset=utf-8" } });
      return limited;
    },
    faultResponse: (kind) =>
      kind === "429" ? tooManyRequests({ resetSeconds: 1 }, {}, "Rate limit exceeded") : unavailable(),
    routes: zendeskRoutes(account),
    webhook: createWebhookFormat(desk, json),
  };
}

function zendeskRoutes(account: ZendeskAccount): Hono {
  const routes = new Hono();
  routes.onError((error, c) => {
    if (error instanceof ApiError) return c.json(error.body, error.status as ContentfulStatusCode);
    if (error instanceof InvalidPage) return c.json({ error: error.code, description: error.message }, 400);
    throw error;
  });
  addTicketRoutes(routes, account);
  addTagRoutes(routes, account);
  addSearchRoutes(routes, account);
  addIncrementalRoutes(routes, account);
  addUserRoutes(routes, account);
  addFieldRoutes(routes, account);
  addHelpCenterRoutes(routes, account);
  addMacroRoutes(routes, account);
  routes.all("*", (c: Context) => c.json({ error: "InvalidEndpoint", description: "Not found" }, 404));
  return routes;
}

function isHelpCenter(request: DialectRequest): boolean {
  return request.path.startsWith("/help_center");
}

/** A public Help Center answers readers who send no credentials at all; wrong ones are refused everywhere. */
function isAnonymousRead(request: DialectRequest): boolean {
  return isHelpCenter(request) && request.method === "GET" && !request.headers.has("authorization");
}

function answer(error: ApiError): Response {
  return Response.json(error.body, { status: error.status });
}

function unavailable(): Response {
  return new Response("<html><body>Service unavailable</body></html>", {
    status: 503,
    headers: { "content-type": "text/html; charset=utf-8", "retry-after": "1" },
  });
}
