import { createHash } from "node:crypto";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { createArrivalStream } from "./control/arrival-stream.ts";
import { createControlApi } from "./control/control-api.ts";
import { createInboxPages } from "./control/inbox-pages.ts";
import { createRequestLog } from "./control/request-log.ts";
import { createGeneratedWorld } from "./corpus/generated-world.ts";
import type { SimulatedTicket } from "./corpus/simulated-ticket.ts";
import { type Clock, Desk } from "./desk/desk.ts";
import { layOutDesk } from "./desk/desk-layout.ts";
import type { DeskMutation } from "./desk/desk-mutation.ts";
import { importHistory } from "./desk/import-history.ts";
import { journalEpoch, openJournal } from "./desk/journal.ts";
import { seededRandom } from "./desk/random.ts";
import type { SimulatedWorld } from "./desk/simulated-world.ts";
import type { Dialect, DialectFactory, WebhookSubscription } from "./dialects/dialect.ts";
import { createFreshdeskDialect } from "./dialects/freshdesk/freshdesk-dialect.ts";
import { mountDialect, type SandboxEnv } from "./dialects/mount-dialect.ts";
import { createOtoboFamily } from "./dialects/otobo/otobo-dialect.ts";
import { createZammadDialect } from "./dialects/zammad/zammad-dialect.ts";
import { createZendeskDialect } from "./dialects/zendesk/zendesk-dialect.ts";
import { createFaultPlan } from "./faults/fault-plan.ts";
import { createRateLimiter, type RatePlan } from "./rate/rate-limiter.ts";
import { readSubscriptions, writeSubscriptions } from "./webhooks/subscription-file.ts";
import { createWebhookSender } from "./webhooks/webhook-sender.ts";

export interface SandboxOptions {
  /** 0 for a free one. */
  port: number;
  host?: string;
  seed: number;
  /** How many solved tickets the generated past has; a tenth more are open. */
  tickets: number;
  dialects: readonly string[];
  ratePlan: RatePlan;
  /** Vendors' waiting times before webhook retries are multiplied by this. */
  timeScale: number;
  /** IANA name of the zone in which OTOBO and its kin give their stamps; without it Europe/Berlin. */
  serverTimeZone?: string;
  /** Keeps the desk over restarts; without it the desk lives in memory. */
  stateDir?: string;
  now?: Clock;
  /** Other tickets than the generated ones, for tests. */
  world?: SimulatedWorld;
  /** Further dialects by name, for authors of plugins; to be served they stand in `dialects` too. */
  ownDialects?: Readonly<Record<string, DialectFactory>>;
}

export interface Sandbox {
  /** `http://127.0.0.1:9000` */
  url: string;
  port: number;
  close: () => Promise<void>;
}

const DIALECTS: Record<string, DialectFactory> = {
  freshdesk: createFreshdeskDialect,
  zendesk: createZendeskDialect,
  zammad: (context) => createZammadDialect(context),
  otobo: createOtoboFamily("otobo"),
  znuny: createOtoboFamily("znuny"),
  otrs: createOtoboFamily("otrs"),
};

/** The dialects that can be asked for. */
export const dialectNames = (): string[] => Object.keys(DIALECTS);

function fingerprint(history: readonly SimulatedTicket[]): string {
  const hash = createHash("sha256");
  for (const ticket of history) hash.update(`${ticket.createdAt} ${ticket.subject}\n${ticket.body}\n`);
  return hash.digest("hex").slice(0, 16);
}

/**
 * Starts the simulated helpdesk. Fails when the port is taken, a dialect is unknown, or `stateDir` belongs to
 * another seed or size.
 */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { seed, host = "127.0.0.1", now = Date.now, world = createGeneratedWorld(now) } = options;
  const journalPath = options.stateDir && join(options.stateDir, "sandbox.jsonl");
  const rulesPath = options.stateDir && join(options.stateDir, "webhooks.json");
  const epoch = (journalPath && journalEpoch(journalPath)) || now();
  const history = world.history(seed, options.tickets, epoch);
  const wanted = { seed, tickets: options.tickets, epoch, base: fingerprint(history) };
  const journal = journalPath ? openJournal<DeskMutation>(journalPath, wanted) : undefined;
  const openedAt = history.reduce((earliest, ticket) => Math.min(earliest, ticket.createdAt), epoch);
  const desk = new Desk({
    layout: layOutDesk(world.queues, openedAt),
    now,
    ...(journal ? { journal: journal.append } : {}),
  });
  importHistory(desk, history, epoch);
  for (const mutation of journal?.entries ?? []) desk.replay(mutation);

  const random = seededRandom(seed);
  const faults = createFaultPlan(random);
  const log = createRequestLog();
  let url = "";
  const dialects = options.dialects.map((name): Dialect => {
    const create = options.ownDialects?.[name] ?? DIALECTS[name];
    if (!create) throw new Error(`unknown dialect ${name}; choose ${dialectNames().join(", ")}`);
    const { ratePlan: plan, timeScale, serverTimeZone } = options;
    return create({
      desk,
      now,
      random,
      plan,
      timeScale,
      ...(serverTimeZone === undefined ? {} : { serverTimeZone }),
      limiter: createRateLimiter(now),
      baseUrl: () => `${url}/${name}`,
    });
  });
  const formats = new Map(dialects.flatMap(({ name, webhook }) => (webhook ? [[name, webhook] as const] : [])));
  const webhooks = createWebhookSender({ formats, faults, now, random, timeScale: options.timeScale });
  if (rulesPath) webhooks.subscribe(readSubscriptions(rulesPath));
  desk.onEvent(webhooks.send);
  const arrivals = createArrivalStream(desk, world.arrivals(seed));

  const app = new Hono<SandboxEnv>();
  for (const dialect of dialects) mountDialect(app, dialect, { faults, log, now, random });
  const keepSubscriptions = (list: readonly WebhookSubscription[]) => {
    if (rulesPath) writeSubscriptions(rulesPath, list);
  };
  const control = { desk, log, faults, webhooks, arrivals, dialects: options.dialects, keepSubscriptions };
  app.route("/_sandbox", createControlApi(control));
  app.route("/", createInboxPages(desk));

  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  // Longer than clients keep their sockets, so that they, not we, close first.
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  url = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;

  return {
    url,
    port,
    async close() {
      arrivals.stop();
      webhooks.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      journal?.close();
    },
  };
}
