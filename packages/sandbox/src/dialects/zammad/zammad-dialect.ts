import { type Context, Hono } from "hono";
import type { Desk } from "../../desk/desk.ts";
import type { DeskUser } from "../../desk/desk-model.ts";
import type { Dialect, DialectContext } from "../dialect.ts";
import { ApiError, errorResponse, forbidden, jsonResponse, unauthorized, unprocessable } from "./api-error.ts";
import { addKnowledgeBaseRoutes } from "./knowledge-base-routes.ts";
import { addSearchRoutes } from "./search-routes.ts";
import { addSetupRoutes } from "./setup-routes.ts";
import { addTagRoutes } from "./tag-routes.ts";
import { addTextModuleRoutes } from "./text-module-routes.ts";
import { addTicketRoutes } from "./ticket-routes.ts";
import { addUserRoutes } from "./user-routes.ts";
import { createWebhookFormat } from "./webhook-format.ts";
import type { ZammadAccount, ZammadVersion } from "./zammad-account.ts";

const MOUNT_PATH = "/zammad/api/v1";
const TOKEN = "sandbox";
/** These only read, whatever their method. */
const READING_POSTS = ["/tickets/search", "/knowledge_bases/init", "/knowledge_bases/search"];

/** Zammad's REST API v1 over the desk, written from ticket-systems.md, section 4. There are no rate limits. */
export function createZammadDialect(context: DialectContext, version: ZammadVersion = "7"): Dialect {
  const { desk, now, random } = context;
  const account: ZammadAccount = { desk, now, version, caller: (c) => callerOf(desk, c) };
  return {
    name: "zammad",
    mountPath: MOUNT_PATH,
    kindOf: ({ method, path }) =>
      method === "GET" || method === "HEAD" || READING_POSTS.includes(path) ? "read" : "write",
    admit: ({ headers }) => {
      const refusal = refusalOf(headers.get("authorization"));
      return refusal === null ? {} : errorResponse(refusal);
    },
    faultResponse: (kind) => proxyAnswer(kind === "429" ? 429 : random() < 0.5 ? 502 : 503),
    routes: zammadRoutes(account),
    webhook: createWebhookFormat(desk),
  };
}

function zammadRoutes(account: ZammadAccount): Hono {
  const routes = new Hono();
  routes.onError((error) => {
    if (error instanceof ApiError) return errorResponse(error);
    throw error;
  });
  // Before `/tickets/:id`, which would take `search` for an id.
  addSearchRoutes(routes, account);
  addTicketRoutes(routes, account);
  addTagRoutes(routes, account);
  addUserRoutes(routes, account);
  addSetupRoutes(routes, account);
  addTextModuleRoutes(routes, account);
  addKnowledgeBaseRoutes(routes, account);
  routes.all("*", (c) =>
    jsonResponse({ error: `No route matches [${c.req.method}] ${c.req.path.slice("/zammad".length)}` }, 404),
  );
  return routes;
}

/** `Token token=…`, with or without quotes, or a Bearer token. Password access is switched off. */
function refusalOf(authorization: string | null): ApiError | null {
  if (authorization === null) return forbidden("Authentication required");
  const token = /^Token\s+token="?([^",\s]+)"?/i.exec(authorization)?.[1];
  const bearer = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
  if (token === TOKEN || bearer === TOKEN) return null;
  if (/^Basic\s/i.test(authorization)) return forbidden("API password access disabled!");
  return unauthorized(bearer === undefined ? "Can't find User for Token" : "The provided token is invalid.");
}

/** `From` (or the older header) names the person on whose behalf the call is made, by id, login or address. */
function callerOf(desk: Desk, c: Context): DeskUser {
  const name = c.req.header("from") ?? c.req.header("x-on-behalf-of");
  if (name === undefined) return desk.bot;
  const user = desk.userWithEmail(name) ?? desk.user(Number(name));
  if (user === undefined) throw unprocessable(`No such user '${name}'`);
  return user;
}

/** What stands before the application knows neither JSON nor reasons. */
function proxyAnswer(status: 429 | 502 | 503): Response {
  const headers = {
    "content-type": "text/html",
    ...(status === 502 ? {} : { "retry-after": "1" }),
  };
  return new Response(`<html><body><h1>${status}</h1><hr>nginx</body></html>`, { status, headers });
}
