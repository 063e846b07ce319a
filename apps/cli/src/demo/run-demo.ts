import { randomBytes } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createApp } from "@otai/host/app/create-app";
import { makeDataFolder } from "@otai/host/app/data-folder";
import { readEnvironment } from "@otai/host/config/environment";
import { loadConfig } from "@otai/host/config/load-config";
import { createLog, type LogLevel } from "@otai/host/log/create-log";
import { createProgressLine } from "../start/progress-line.ts";
import { promisedBy } from "../start/promised-by.ts";
import { showLearning } from "../start/show-learning.ts";
import { untilStopped } from "../until-stopped.ts";
import { version } from "../version.ts";
import { showLiveTable } from "./live-table.ts";
import { openBrowser } from "./open-browser.ts";
import { createSandboxControl } from "./sandbox-control.ts";
import { startSandbox } from "./start-sandbox.ts";

export interface DemoOptions {
  readonly port?: number;
  readonly sandboxPort?: number;
  readonly seed: number;
  readonly tickets: number;
  readonly reset: boolean;
  readonly browser: boolean;
  readonly logLevel?: LogLevel;
}

/** One customer every three seconds, for about a day. */
const arrivalsPerSecond = 1 / 3;
const arrivals = 30_000;
/** OTAI is connected by the first; the others are there to be looked at. */
const dialects = ["freshdesk", "zendesk", "zammad", "otobo", "znuny", "otrs"];

/** The whole thing on one machine, until it is stopped. */
export async function runDemo(options: DemoOptions): Promise<void> {
  const environment = readEnvironment(process.env);
  const demoFolder = join(environment.dataDir, "demo");
  if (options.reset) rmSync(demoFolder, { recursive: true, force: true });
  const dataDir = makeDataFolder(demoFolder);
  const again = existsSync(join(dataDir, "otai.db"));
  const sandboxPort = options.sandboxPort ?? environment.sandboxPort;
  const secret = randomBytes(24).toString("hex");
  const progress = createProgressLine(process.stdout);
  const stopped = untilStopped();

  progress.say(
    again
      ? "Going on where the demo stopped (start afresh with --reset)."
      : "First start: making a helpdesk with a past.",
  );
  const loaded = await loadConfig(fileURLToPath(new URL("../../demo/config.yml", import.meta.url)), {
    ...process.env,
    DATABASE_URL: "",
    OTAI_DATA_DIR: dataDir,
    OTAI_SANDBOX_PORT: String(sandboxPort),
    OTAI_DEMO_WEBHOOK_SECRET: secret,
    ...(options.port === undefined ? {} : { OTAI_PORT: String(options.port) }),
  });
  const sandbox = await startSandbox({
    port: sandboxPort,
    seed: options.seed,
    tickets: options.tickets,
    dialects,
    ratePlan: "unlimited",
    timeScale: 0.01,
    stateDir: join(dataDir, "sandbox"),
  });
  const log = createLog(options.logLevel ?? "error", loaded.secrets);
  const stop = new AbortController();
  try {
    const app = await createApp({
      loaded,
      version: version(),
      role: "all",
      log,
      onLearning: showLearning(progress, promisedBy(loaded)),
    });
    try {
      const url = app.url!;
      progress.say(`Helpdesk  ${sandbox.url}/  (simulated; its APIs: ${dialects.map((name) => `/${name}`).join(" ")})`);
      progress.say(`OTAI      ${url}/  (the same as below, in the browser)`);
      await control(sandbox.url, url, secret);
      if (options.browser) openBrowser(`${url}/`);
      const ready = untilReady(url, stop.signal);
      await Promise.race([ready, app.working, stopped]);
      progress.say("Your own helpdesk, in shadow mode where nothing is written: npm run otai -- init");
      progress.say("Tickets arrive now. Ctrl-C ends it.\n");
      await Promise.race([showLiveTable(url, process.stdout, stop.signal), app.working, stopped]);
    } finally {
      stop.abort();
      await app.close();
    }
  } finally {
    sandbox.stop();
  }
}

async function control(sandboxUrl: string, url: string, secret: string): Promise<void> {
  const sandbox = createSandboxControl(sandboxUrl);
  await sandbox.sendWebhooksTo(url, secret);
  await sandbox.startArrivals(arrivalsPerSecond, arrivals);
}

async function untilReady(url: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const response = await fetch(`${url}/ready`).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
