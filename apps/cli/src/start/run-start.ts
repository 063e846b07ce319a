import { createApp } from "@otai/host/app/create-app";
import { loadConfig } from "@otai/host/config/load-config";
import { sectionsWithoutEffect } from "@otai/host/config/without-effect";
import { createLog, type LogLevel } from "@otai/host/log/create-log";
import { type FieldState, listFieldStates } from "@otai/host/operations/field-settings";
import { untilStopped } from "../until-stopped.ts";
import { version } from "../version.ts";
import { createProgressLine } from "./progress-line.ts";
import { promisedBy } from "./promised-by.ts";
import { showLearning } from "./show-learning.ts";

export interface StartOptions {
  readonly config: string;
  readonly host?: string;
  readonly port?: number;
  readonly role: "all" | "server" | "worker";
  readonly logLevel?: LogLevel;
}

/** The server, until it is stopped. */
export async function runStart({ config, host, port, role, logLevel = "info" }: StartOptions): Promise<void> {
  const env = {
    ...process.env,
    ...(host === undefined ? {} : { OTAI_HOST: host }),
    ...(port === undefined ? {} : { OTAI_PORT: String(port) }),
  };
  const loaded = await loadConfig(config, env);
  const stopped = untilStopped();
  const progress = createProgressLine(process.stderr);
  const log = createLog(logLevel, loaded.secrets);
  const app = await createApp({
    loaded,
    version: version(),
    role,
    log,
    onLearning: showLearning(progress, promisedBy(loaded)),
  });
  if (app.url !== null) progress.say(`OTAI listens at ${app.url}/`);
  for (const line of describeModes(await listFieldStates({ loaded, store: app.store }))) progress.say(`  ${line}`);
  for (const section of sectionsWithoutEffect(loaded.config)) {
    progress.say(`  ${section}: is checked, but changes nothing yet in this version`);
  }
  try {
    await Promise.race([app.working, stopped]);
  } finally {
    await app.close();
  }
}

/** Per connection: `shadow` for most people, else plainly what may be written. */
function describeModes(states: readonly FieldState[]): string[] {
  return [...new Set(states.map(({ connection }) => connection))].map((connection) => {
    const active = states.filter((state) => state.connection === connection && state.mode !== "shadow");
    if (active.length === 0) return `${connection}: shadow mode: everything is computed and shown, nothing is written`;
    return `${connection}: ${active.map(({ field, mode }) => `${field} ${mode}`).join(", ")}`;
  });
}
