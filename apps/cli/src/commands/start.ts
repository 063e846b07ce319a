import { createApp } from "@otai/host/app/create-app";
import { loadConfig } from "@otai/host/config/load-config";
import { createLog, type LogLevel } from "@otai/host/log/create-log";
import { type Command, Option } from "commander";
import { example } from "../example.ts";
import { portOption } from "../number-option.ts";
import { createProgressLine } from "../start/progress-line.ts";
import { showLearning } from "../start/show-learning.ts";
import { untilStopped } from "../until-stopped.ts";
import { version } from "../version.ts";

interface Options {
  readonly config: string;
  readonly host?: string;
  readonly port?: number;
  readonly role: "all" | "server" | "worker";
  readonly logLevel?: LogLevel;
}

export function registerStart(program: Command): void {
  const command = program
    .command("start")
    .description("run the server: learn from history at the first start, then triage what arrives")
    .option("--config <file>", "configuration", "config.yml")
    .option("--host <address>", "address to listen at (OTAI_HOST, else 127.0.0.1)")
    .option("--port <port>", "port to listen at (OTAI_PORT, else 8080)", portOption)
    .addOption(
      new Option("--role <role>", "server answers HTTP, worker drains lanes and polls, all does both")
        .choices(["all", "server", "worker"])
        .default("all"),
    )
    .action(async (_: unknown, command: Command) => runStart(command.optsWithGlobals<Options>()));
  example(command, "otai start --config config.yml", "otai start --role worker");
}

async function runStart({ config, host, port, role, logLevel = "info" }: Options): Promise<void> {
  const env = {
    ...process.env,
    ...(host === undefined ? {} : { OTAI_HOST: host }),
    ...(port === undefined ? {} : { OTAI_PORT: String(port) }),
  };
  const loaded = await loadConfig(config, env);
  const stopped = untilStopped();
  const progress = createProgressLine(process.stderr);
  const log = createLog(logLevel, loaded.secrets);
  const app = await createApp({ loaded, version: version(), role, log, onLearning: showLearning(progress) });
  if (app.url !== null) progress.say(`OTAI listens at ${app.url}/`);
  for (const { name } of app.connected)
    progress.say(`  ${name}: ${modesOf(loaded.ticketSystems.find((system) => system.name === name)?.fields)}`);
  try {
    await Promise.race([app.working, stopped]);
  } finally {
    await app.close();
  }
}

/** `shadow` for most people; say plainly what may be written. */
function modesOf(fields: Readonly<Record<string, { mode: string }>> | undefined): string {
  const active = Object.entries(fields ?? {}).filter(([, { mode }]) => mode !== "shadow");
  if (active.length === 0) return "shadow mode: everything is computed and shown, nothing is written";
  return active.map(([field, { mode }]) => `${field} ${mode}`).join(", ");
}
