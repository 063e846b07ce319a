import { type LoadedConfig, loadConfig } from "@otai/host/config/load-config";
import type { LogLevel } from "@otai/host/log/create-log";
import { checkParameters } from "@otai/host/plugins/check-parameters";
import { connect } from "@otai/host/plugins/connect";
import type { Command } from "commander";
import { type Check, ok } from "../doctor/check.ts";
import { checkAlerts } from "../doctor/check-alerts.ts";
import { checkConnection } from "../doctor/check-connection.ts";
import { checkStore } from "../doctor/check-store.ts";
import { runChecks } from "../doctor/report.ts";
import { example } from "../example.ts";
import { setupOptions } from "../setup-options.ts";
import { terminalContext } from "../terminal-context.ts";

interface Options {
  readonly config: string;
  readonly logLevel?: LogLevel;
}

export function registerDoctor(program: Command): void {
  const command = program
    .command("doctor")
    .description("connect to everything and name what is missing, with the steps that mend it")
    .option("--config <file>", "the configuration", "config.yml")
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const loaded = await loadConfig(options.config, process.env);
      process.exitCode = await runChecks(checksFor(loaded, options), (text) => process.stdout.write(text));
    });
  example(command, "otai doctor --config config.yml");
}

/** What doctor looks at, in this order. */
function checksFor(loaded: LoadedConfig, { logLevel }: Options): Check[] {
  const context = terminalContext(logLevel, loaded.secrets);
  checkParameters(loaded, context);
  return [
    checkConfiguration(loaded),
    ...loaded.ticketSystems.map((system) => {
      const { name, plugin } = system;
      const version = `${plugin.packageName} ${plugin.version}`;
      return checkConnection(name, version, connect(system, context), () => setupOptions(loaded, name));
    }),
    checkStore(loaded),
    ...checkAlerts(loaded),
  ];
}

function checkConfiguration(loaded: LoadedConfig): Check {
  const { routing, pipelines } = loaded.config;
  const counts = `${loaded.ticketSystems.length} ticket system(s), ${routing.length} routing rule(s), ${pipelines.length} own pipeline(s)`;
  return { title: loaded.file, run: async () => [ok(counts)] };
}
