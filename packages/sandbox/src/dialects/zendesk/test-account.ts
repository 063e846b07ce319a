import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { createRequestLog } from "../../control/request-log.ts";
import { Desk } from "../../desk/desk.ts";
import { layOutDesk } from "../../desk/desk-layout.ts";
import { seededRandom } from "../../desk/random.ts";
import { createFaultPlan, type FaultPlan } from "../../faults/fault-plan.ts";
import { createRateLimiter, type RatePlan } from "../../rate/rate-limiter.ts";
import type { Dialect } from "../dialect.ts";
import { mountDialect, type SandboxEnv } from "../mount-dialect.ts";
import { createZendeskDialect } from "./zendesk-dialect.ts";

const BOT_LOGIN = basic("agent@sandbox.example/token:sandbox");
export const EPOCH = Date.UTC(2026, 10, 1, 9);

export interface Answer {
  status: number;
  headers: Headers;
  // Tests look into answers freely; a wrong path is a failed expectation.
  // biome-ignore lint/suspicious/noExplicitAny: bodies are of every shape
  body: any;
  text: string;
}

/** A desk behind a real server that speaks this dialect alone, with a clock that tests turn. */
export interface TestAccount {
  desk: Desk;
  dialect: Dialect;
  faults: FaultPlan;
  url: string;
  clock: { now: number };
  /** `path` begins below `/zendesk/api/v2`; a body is sent as JSON. */
  call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  ticket: (over?: Partial<Parameters<Desk["createTicket"]>[1]>) => number;
  close: () => Promise<void>;
}

export function basic(text: string): string {
  return `Basic ${Buffer.from(text).toString("base64")}`;
}

export async function openAccount(options: { plan?: RatePlan; timeScale?: number } = {}): Promise<TestAccount> {
  const clock = { now: EPOCH };
  const now = () => clock.now;
  const random = seededRandom(1);
  const desk = new Desk({ layout: layOutDesk(["Support", "Billing", "Technical Support"], EPOCH), now });
  let url = "";
  const dialect = createZendeskDialect({
    desk,
    now,
    random,
    plan: options.plan ?? "unlimited",
    limiter: createRateLimiter(now),
    baseUrl: () => `${url}/zendesk`,
    timeScale: options.timeScale ?? 1,
  });
  const faults = createFaultPlan(random);
  const app = new Hono<SandboxEnv>();
  mountDialect(app, dialect, { faults, log: createRequestLog(), now, random });
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    desk,
    dialect,
    faults,
    url,
    clock,
    async call(method, path, body, headers = {}) {
      const answer = await fetch(`${url}/zendesk/api/v2${path}`, {
        method,
        headers: {
          authorization: BOT_LOGIN,
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        body: body === undefined ? null : JSON.stringify(body),
        redirect: "manual",
      });
      const text = await answer.text();
      const isJson = answer.headers.get("content-type")?.includes("json") === true;
      return { status: answer.status, headers: answer.headers, text, body: isJson ? JSON.parse(text) : undefined };
    },
    ticket(over = {}) {
      const customer = desk.ensureCustomer("mara@customer.example", "Mara Example");
      return desk.createTicket(customer.id, {
        subject: "Charged twice for order 4711",
        requesterId: customer.id,
        channel: "email",
        body: "My card was charged twice.",
        html: null,
        ...over,
      }).id;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
