import { loadConfig } from "@otai/host/config/load-config";
import { printConfig } from "@otai/host/config/print-config";
import type { LogLevel } from "@otai/host/log/create-log";
import { checkParameters } from "@otai/host/plugins/check-parameters";
import type { Command } from "commander";
import { example } from "../example.ts";
import { terminalContext } from "../terminal-context.ts";

interface Options {
  readonly config: string;
  readonly printConfig?: boolean;
  readonly logLevel?: LogLevel;
}

export function registerValidate(program: Command): void {
  const command = program
    .command("validate")
    .description("check the configuration and name everything that is wrong, without touching the network")
    .option("--config <file>", "the configuration", "config.yml")
    .option("--print-config", "print it with all defaults, secrets as ***")
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const loaded = await loadConfig(options.config, process.env);
      checkParameters(loaded, terminalContext(options.logLevel, loaded.secrets));
      if (options.printConfig) return void process.stdout.write(printConfig(loaded));
      const systems = loaded.ticketSystems.map(
        ({ name, plugin }) => `${name} (${plugin.packageName} ${plugin.version})`,
      );
      process.stdout.write(`${loaded.file} is valid: ${systems.join(", ")}\n`);
    });
  example(command, "otai validate --config config.yml", "otai validate --print-config");
}
