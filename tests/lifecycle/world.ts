import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { eventKey } from "@otai/core/ingest/event-key";
import type { LaneEventKind } from "@otai/core/ports/inbox";
import type { Run } from "@otai/core/ports/journal";
import { createApp } from "@otai/host/app/create-app";
import { loadConfig } from "@otai/host/config/load-config";
import { testWorld } from "@otai/sandbox/desk/test-world";
import { createSandbox } from "@otai/sandbox/sandbox";
import { webhookSecret } from "../stage/connection-config.ts";
import { createSandboxControl, type DeskTicket, type Letter } from "../stage/sandbox-control.ts";
import { type DeskName, desks } from "./desks.ts";
import { publishedTriage, type StubService, startStubService } from "./stub-service.ts";

export type Mode = "shadow" | "suggest" | "automate";

export interface WorldOptions {
  readonly desk?: DeskName;
  readonly mode: Mode;
  /** Addresses of services elsewhere, as in the environment; triage is always a stub of the published fields. */
  readonly services?: Readonly<Record<string, string>>;
  /** Over the connection's own settings. */
  readonly connection?: Readonly<Record<string, unknown>>;
  /** Over the rest of the configuration. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Without them OTAI hears of nothing but by `look`. */
  readonly webhooks?: boolean;
}

export interface LogLine {
  readonly level: "debug" | "info" | "warn" | "error";
  readonly facts: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** OTAI hears of what it is told, and of nothing at a moment that no test chose. */
const unpolled = { poll_seconds: 86_400 };

export const article = {
  title: "I was charged twice",
  content:
    "A second charge is nearly always a reservation by your bank. The reservation disappears within five working days. " +
    "If it is still there after that, send us the order number and we look into it.",
  source: "test",
  language: "en",
};

export const chargedTwice: Letter = {
  subject: "I was charged twice",
  body: "Hello,\n\nI was charged twice for my order. Why was I charged twice, and when does the second charge disappear?\n\nThank you",
  requester: "kim@customer.example",
};
export const angry = "This is unacceptable, I want to cancel! Nobody answers me.";

/** A helpdesk and OTAI beside it, in one process, talking over real HTTP; the services are the real ones but for triage. */
export async function openWorld(options: WorldOptions) {
  const name = options.desk ?? "freshdesk";
  const desk = desks[name];
  const folder = mkdtempSync(join(tmpdir(), "otai-life-"));
  const triage: StubService = await startStubService(publishedTriage());
  const sandbox = await createSandbox({
    port: 0,
    seed: 1,
    tickets: 12,
    dialects: [name],
    ratePlan: "unlimited",
    timeScale: 0.01,
    world: testWorld,
  });
  const control = createSandboxControl(sandbox.url);
  const log: LogLine[] = [];
  const logAt = (level: LogLine["level"]) => (facts: Readonly<Record<string, unknown>>, message: string) => {
    log.push({ level, facts, message });
  };
  const { mode } = options;
  const configFile = join(folder, "config.yml");
  writeFileSync(
    configFile,
    JSON.stringify({
      ticket_systems: { desk: { ...desk.connection({ sandboxUrl: sandbox.url }), ...unpolled, ...options.connection } },
      fields: { queue: { mode, threshold: 0.9 }, priority: { mode, threshold: 0.9 } },
      services: { kb: { sync_hours: 0 } },
      limits: { actions_per_ticket_per_hour: 20 },
      server: { port: 0 },
      ...options.config,
    }),
  );
  const env = { OTAI_DATA_DIR: join(folder, "data"), TRIAGE_URL: triage.url, ...options.services };
  const app = await createApp({
    loaded: await loadConfig(configFile, env),
    version: "0.0.0",
    role: "all",
    log: { debug: logAt("debug"), info: logAt("info"), warn: logAt("warn"), error: logAt("error") },
  });
  app.working.catch(() => {});
  const url = app.url!;
  while (!(await fetch(`${url}/ready`)).ok) await sleep(20);
  const uid = app.connected[0]!.uid;
  const webhook = desk.webhook(url);
  const hush = () => control.webhooks([]);
  /** The desk's rules tell OTAI. */
  const listen = () => control.webhooks([webhook]);
  if (options.webhooks !== false) await listen();

  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${url}${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as T;
  }

  await call("POST", "/articles", article);
  await control.forgetRequests();

  const counts = () => app.store.read((tx) => tx.inbox.counts());
  let looks = 0;

  /** Until nothing is open; what is dead is the test's to look at. */
  async function calm(): Promise<void> {
    while ((await counts()).open > 0) await sleep(10);
  }

  /** Sends OTAI to the ticket once more, after everything that it did before, so that what does not happen then never will. */
  async function look(id: number, kind: LaneEventKind = "ticket-updated"): Promise<void> {
    await calm();
    looks += 1;
    const ticketId = String(id);
    await app.store.write((tx) =>
      tx.inbox.add({
        connectionUid: uid,
        ticketId,
        kind,
        key: eventKey(kind, ticketId, `look ${looks}`),
        source: "replay",
        occurredAt: Date.now(),
        laneClass: "live",
      }),
    );
    await calm();
  }

  async function runsOf(id: number): Promise<readonly Run[]> {
    return (await app.store.read((tx) => tx.journal.listRuns({ ticketId: String(id), limit: 100, cursor: null })))
      .items;
  }

  return {
    name,
    url,
    app,
    uid,
    desk: control,
    triage,
    log,
    call,
    calm,
    look,
    runsOf,
    counts,
    /** A webhook call of the desk's rules, with its secret. */
    deliver: (event: string, body: unknown) =>
      fetch(`${url}/${name}/${event}`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-otai-webhook-secret": webhookSecret },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    hush,
    listen,
    /** A customer writes. */
    write: (letter: Partial<Letter> = {}) => control.write({ ...chargedTwice, ...letter }),
    /** Runs of one step, oldest first, that came to an end. */
    async runs(id: number, step: string): Promise<readonly Run[]> {
      return (await runsOf(id)).filter(({ trace, finishedAt }) => trace.step === step && finishedAt !== null).reverse();
    },
    notes: async (id: number, kind: string) => notesOf(await control.ticket(id), kind),
    async close() {
      await app.close();
      await sandbox.close();
      await triage.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type World = Awaited<ReturnType<typeof openWorld>>;

/** Our own notes of that kind (`triage`, `draft`, `qa`), by their marker. */
export function notesOf(ticket: DeskTicket, kind: string): DeskTicket["messages"] {
  return ticket.messages.filter(({ body }) => body.includes(`ai-note ${kind} `));
}

/** Resolves when `holds` does not throw any more; the test's own time limit ends a wait in vain, with what was missing last. */
export async function eventually<T>(holds: () => Promise<T>, withinMs = 60_000): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    try {
      return await holds();
    } catch (error) {
      if (performance.now() > end) throw error;
      await sleep(25);
    }
  }
}
