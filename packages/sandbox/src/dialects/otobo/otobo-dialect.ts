import { type Context, Hono } from "hono";
import type { Dialect, DialectContext, DialectFactory, DialectRequest } from "../dialect.ts";
import { FLAVOURS, type Flavour } from "./flavours.ts";
import { createInvokerFormat } from "./invoker-format.ts";
import { Fault, OperationError, TransportError } from "./operation-error.ts";
import type { OtoboAccount } from "./otobo-account.ts";
import { parseBody, parseQuery, type RequestData } from "./request-data.ts";
import { createServerTime } from "./server-time.ts";
import { createSessions } from "./sessions.ts";
import { shuffleKeys } from "./shuffle-keys.ts";
import { type ResolvedPath, resolvePath } from "./web-services.ts";

const USUAL_TIME_ZONE = "Europe/Berlin";
const HEADER_CREDENTIALS = ["UserLogin", "Password", "SessionID", "CustomerUserLogin"];

/**
 * The generic interface of OTOBO, Znuny or OTRS over the desk, written from ticket-systems.md, section 5. Login `otai`,
 * password `sandbox`. There are no rate limits, and the HTTP status says almost nothing.
 */
export function createOtoboFamily(flavour: Flavour["name"]): DialectFactory {
  const mountPath = `/${flavour}/nph-genericinterface.pl`;
  return (context: DialectContext): Dialect => {
    const { desk, now, random, timeScale } = context;
    const account: OtoboAccount = {
      desk,
      now,
      random,
      time: createServerTime(context.serverTimeZone ?? USUAL_TIME_ZONE),
      sessions: createSessions(now, random, timeScale),
      flavour: FLAVOURS[flavour],
    };
    const routes = new Hono();
    routes.all("*", (c) => answer(account, c, mountPath));
    return {
      name: flavour,
      mountPath,
      kindOf,
      admit: () => ({}),
      faultResponse: (kind) => (kind === "429" ? plain(429, "Too Many Requests") : brokenServer(random())),
      routes,
      webhook: createInvokerFormat(account),
    };
  };
}

function kindOf({ method, path }: DialectRequest) {
  return resolvePath(method, path).match?.route.kind ?? (method === "GET" || method === "HEAD" ? "read" : "write");
}

async function answer(account: OtoboAccount, c: Context, mountPath: string): Promise<Response> {
  const resolved = resolvePath(c.req.method, c.req.path.slice(mountPath.length));
  if (resolved.service === undefined) return new Response(null, { status: 500 });
  try {
    const data = await readData(account, c, resolved);
    const result = resolved.match!.route.operation(account, { data, remote: remoteOf(c) });
    return success(account, result);
  } catch (error) {
    if (error instanceof OperationError) {
      return success(account, { Error: { ErrorCode: error.code, ErrorMessage: error.message } });
    }
    if (error instanceof Fault) {
      const fault = shuffleKeys({ faultcode: "Server", faultstring: error.message }, account.random);
      return plain(500, JSON.stringify(fault));
    }
    if (error instanceof TransportError) return plain(error.status, c.req.method === "HEAD" ? "" : error.message);
    throw error;
  }
}

/** Path and query win over the body, but a `TicketNumber` there is looked at first by the update. */
async function readData(
  { flavour }: OtoboAccount,
  c: Context,
  { service, path, match }: ResolvedPath,
): Promise<RequestData> {
  if (match === undefined) {
    throw new TransportError(`HTTP::REST Error while determine Operation for request URI '${path}'.`);
  }
  const text = c.req.method === "GET" ? "" : await c.req.text();
  if (Buffer.byteLength(text) > service!.maxLength) throw new TransportError("Payload Too Large", 413);
  const body = parseBody(text);
  const fromHeaders = Object.fromEntries(
    HEADER_CREDENTIALS.flatMap((name) => {
      const value = flavour.takesHeaderCredentials ? c.req.header(`X-OTRS-Header-${name}`) : undefined;
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return { ...body, ...fromHeaders, ...parseQuery(new URL(c.req.url).search.slice(1)), ...match.params };
}

/** Sessions are bound to the address of the client, as the proxy in front gives it. */
function remoteOf(c: Context): string {
  return c.req.header("x-forwarded-host") === undefined ? "direct" : (c.req.header("x-forwarded-for") ?? "");
}

function success(account: OtoboAccount, result: unknown): Response {
  return new Response(JSON.stringify(shuffleKeys(result, account.random)), {
    status: 200,
    headers: { "content-type": "application/json; charset=UTF-8" },
  });
}

function plain(status: number, text: string): Response {
  return new Response(text, { status, headers: { "content-type": "text/plain; charset=UTF-8" } });
}

/** The three faces of a server in trouble: `roll` in [0, 1) chooses. */
function brokenServer(roll: number): Response {
  if (roll < 0.34) return new Response(null, { status: 500 });
  if (roll < 0.67) return plain(500, "Internal Server Error");
  return plain(500, JSON.stringify({ faultcode: "Server", faultstring: "Ticket could not be updated!" }));
}
