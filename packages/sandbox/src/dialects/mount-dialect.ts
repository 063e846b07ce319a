import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context, Hono } from "hono";
import type { RequestLog } from "../control/request-log.ts";
import type { Clock } from "../desk/desk.ts";
import type { Random } from "../desk/random.ts";
import type { ApiFault, FaultPlan } from "../faults/fault-plan.ts";
import type { Dialect, DialectRequest } from "./dialect.ts";

export interface MountOptions {
  faults: FaultPlan;
  log: RequestLog;
  now: Clock;
  random: Random;
}

export type SandboxEnv = { Bindings: HttpBindings };

const SLOW_MS = { least: 1_000, most: 5_000 };

/** Puts a dialect's routes into the server, with the vendor's gate, injected faults and the request log before them. */
export function mountDialect(app: Hono<SandboxEnv>, dialect: Dialect, options: MountOptions): void {
  const { faults, log, now, random } = options;
  app.use(`${dialect.mountPath}/*`, async (c, next) => {
    const request = await readRequest(c, dialect.mountPath);
    const kind = dialect.kindOf(request);
    const fault = faults.apiFault(c.req.path, kind);
    const record = (status: number) =>
      log.add({
        at: now(),
        dialect: dialect.name,
        method: request.method,
        path: c.req.path,
        query: request.query.toString(),
        body: request.body,
        status,
        kind,
        fault,
      });

    if (fault === "slow") await sleep(SLOW_MS.least + random() * (SLOW_MS.most - SLOW_MS.least));
    if (fault === "429" || fault === "5xx") {
      const response = dialect.faultResponse(fault);
      record(response.status);
      return response;
    }
    if (fault === "timeout" || fault === "reset") {
      // The cruel part of a lost connection: the client cannot know whether its write was carried out.
      if (random() < 0.5 && !(dialect.admit(request) instanceof Response)) await next();
      record(0);
      return loseConnection(c, fault);
    }

    const admitted = dialect.admit(request);
    if (admitted instanceof Response) {
      record(admitted.status);
      return admitted;
    }
    await next();
    if (fault === "garbled") c.res = garbled();
    for (const [name, value] of Object.entries(admitted)) c.res.headers.set(name, value);
    record(c.res.status);
  });
  app.route(dialect.mountPath, dialect.routes);
}

/** The call was carried out, but something in between answers in the vendor's place. */
function garbled(): Response {
  return Response.json({ gateway: "ok" });
}

async function readRequest(c: Context<SandboxEnv>, mountPath: string): Promise<DialectRequest> {
  const method = c.req.method;
  return {
    method,
    path: c.req.path.slice(mountPath.length),
    query: new URL(c.req.url).searchParams,
    headers: c.req.raw.headers,
    body: method === "GET" || method === "HEAD" ? "" : await c.req.text(),
  };
}

async function loseConnection(c: Context<SandboxEnv>, fault: ApiFault & ("timeout" | "reset")): Promise<Response> {
  const { incoming, outgoing } = c.env;
  if (fault === "reset") incoming.socket.resetAndDestroy();
  else if (!outgoing.destroyed) await new Promise((resolve) => outgoing.once("close", resolve));
  c.res = RESPONSE_ALREADY_SENT;
  return RESPONSE_ALREADY_SENT;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
