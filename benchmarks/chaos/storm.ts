import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startSandbox } from "../../apps/cli/src/demo/start-sandbox.ts";
import { freshdeskConnection, freshdeskWebhook } from "../../tests/stage/connection-config.ts";
import { freePort } from "../../tests/stage/free-port.ts";
import { createOtaiApi } from "../../tests/stage/otai-api.ts";
import { dataFolder, type OtaiOptions, startOtai } from "../../tests/stage/otai-server.ts";
import { createSandboxControl, type DeskTicket, type SandboxControl } from "../../tests/stage/sandbox-control.ts";
import { findFaults } from "./find-faults.ts";
import { type JournalRows, readPostgresRows, readSqliteRows } from "./journal-rows.ts";
import { type Supervisor, supervise } from "./supervise.ts";

export interface StormOptions {
  readonly kills: number;
  readonly events: number;
  /** 0..1, seeded. */
  readonly random: () => number;
  /** Without it the store is SQLite. */
  readonly databaseUrl: string | null;
  readonly say: (line: string) => void;
}

export interface StormResult {
  readonly faults: readonly string[];
  readonly notes: number;
  /** Runs that a process began and a later one ended: how often a kill struck in the middle. */
  readonly resumedRuns: number;
  readonly fieldWrites: number;
  /** From the last kill until nothing was open. */
  readonly drainSeconds: number;
  readonly seconds: number;
}

/** Enough to train on in seconds; what is learned does not matter here. */
const history = 600;
/** A kill comes so long after the last start, from in the middle of it to well after. */
const longestPauseMs = 3_500;
const patienceMs = 4 * 60_000;

/** Kills OTAI again and again while customers write, then compares helpdesk and journal. */
export async function rideStorm({ kills, events, random, databaseUrl, say }: StormOptions): Promise<StormResult> {
  const startedAt = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "otai-chaos-"));
  const sandbox = await startSandbox({
    port: 0,
    seed: 1,
    tickets: history,
    dialects: ["freshdesk"],
    ratePlan: "unlimited",
    // Freshdesk tries again after 5, 30 and 60 minutes: here after 0.6, 3.6 and 7.2 seconds.
    timeScale: 0.002,
    stateDir: join(folder, "sandbox"),
  });
  let supervisor: Supervisor | null = null;
  try {
    const desk = createSandboxControl(sandbox.url);
    const port = await freePort();
    const options: OtaiOptions = {
      folder,
      port,
      config: {
        ticket_systems: { desk: freshdeskConnection({ sandboxUrl: sandbox.url, triage_note: true }) },
        // Low promises, so that as much as possible is written: this is about writes, not about their truth.
        fields: { queue: { mode: "automate", precision: 0.7 }, priority: { mode: "automate", precision: 0.5 } },
      },
      env: databaseUrl === null ? {} : { DATABASE_URL: databaseUrl },
    };
    const learner = await startOtai(options);
    await learner.stop();
    say(`trained on ${history} solved tickets; ${kills} kills begin`);

    await desk.webhooks([freshdeskWebhook(`http://127.0.0.1:${port}`)]);
    supervisor = supervise(options);
    for (let kill = 1; kill <= kills; kill += 1) {
      const arrivals = Math.floor((events * kill) / kills) - Math.floor((events * (kill - 1)) / kills);
      if (arrivals > 0) await desk.startArrivals(20, arrivals);
      await sleep(random() * longestPauseMs);
      await supervisor.kill();
      if (kill % 10 === 0) say(`${kill} of ${kills} kills`);
    }
    const lastKillAt = performance.now();
    const stuck = await drain(desk, `http://127.0.0.1:${port}`, events, say);
    const runs = await createOtaiApi(`http://127.0.0.1:${port}`).all<{ trace: { resumed?: boolean } }>("runs");
    const drainSeconds = (performance.now() - lastKillAt) / 1000;
    const code = await supervisor.stop();
    const tickets = await readTickets(desk, events);
    const writes = await desk.requests("write");
    const rows = await readRows(folder, databaseUrl);
    const faults = [...stuck, ...supervisor.ownEnds, ...findFaults({ tickets, writes, rows })];
    if (code !== 0) faults.push(`the last stop ended with ${code}`);
    return {
      faults,
      notes: writes.filter(({ method, path }) => method === "POST" && path.endsWith("/notes")).length,
      resumedRuns: runs.filter(({ trace }) => trace.resumed === true).length,
      fieldWrites: writes.filter(({ method, path }) => method === "PUT" && path.includes("/tickets/")).length,
      drainSeconds,
      seconds: (performance.now() - startedAt) / 1000,
    };
  } finally {
    await supervisor?.stop();
    sandbox.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Waits until every arrival was decided about and nothing is open. @returns why it gave up, if it did. */
async function drain(
  desk: SandboxControl,
  url: string,
  events: number,
  say: (line: string) => void,
): Promise<string[]> {
  const api = createOtaiApi(url);
  const deadline = performance.now() + patienceMs;
  for (let look = 0; performance.now() < deadline; look += 1) {
    const { open, done } = await api.stats().then(
      (stats) => stats.events,
      () => ({ open: -1, done: 0 }),
    );
    if (open === 0 && (await desk.pendingArrivals()) === 0) {
      const decided = new Set((await api.all<{ ticket_id: string }>("decisions")).map((one) => one.ticket_id));
      const ids = (await desk.newest(events)).map(({ id }) => String(id));
      if (ids.length === events && ids.every((id) => decided.has(id))) return [];
    }
    if (look % 10 === 0) say(`draining: ${open < 0 ? "starting" : `${done} events done, ${open} open`}`);
    await sleep(1_000);
  }
  return [`not drained after ${patienceMs / 1000} s`];
}

async function readTickets(desk: SandboxControl, count: number): Promise<DeskTicket[]> {
  const tickets: DeskTicket[] = [];
  const ids = (await desk.newest(count)).map(({ id }) => id);
  for (let from = 0; from < ids.length; from += 50) {
    tickets.push(...(await Promise.all(ids.slice(from, from + 50).map((id) => desk.ticket(id)))));
  }
  return tickets;
}

async function readRows(folder: string, databaseUrl: string | null): Promise<JournalRows> {
  return databaseUrl === null
    ? readSqliteRows(join(dataFolder(folder), "otai.db"))
    : await readPostgresRows(databaseUrl);
}
