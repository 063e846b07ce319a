import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { loadConfig } from "@otai/host/config/load-config";
import type { LogLevel } from "@otai/host/log/create-log";
import { connect } from "@otai/host/plugins/connect";
import { type InstalledPlugin, listPlugins } from "@otai/host/plugins/list-plugins";
import type { Command } from "commander";
import { capabilitiesOf } from "../capabilities.ts";
import { example } from "../example.ts";
import { terminalContext } from "../terminal-context.ts";

interface Options {
  readonly config: string;
  readonly json?: boolean;
  readonly logLevel?: LogLevel;
}

interface ConnectionCapabilities {
  readonly connection: string;
  readonly plugin: string;
  readonly capabilities: readonly string[];
}

export function registerPlugins(program: Command): void {
  const command = program
    .command("plugins")
    .description("list the installed plugins, and what the configured connections can do")
    .option("--config <file>", "the configuration; plugins are looked for from its folder", "config.yml")
    .option("--json", "print one JSON document")
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const plugins = await listPlugins(dirname(resolve(options.config)));
      const connections = existsSync(options.config) ? await configuredCapabilities(options) : [];
      const text = options.json ? JSON.stringify({ plugins, connections }, null, 2) : describe(plugins, connections);
      process.stdout.write(`${text}\n`);
    });
  example(command, "otai plugins", "otai plugins --json");
}

async function configuredCapabilities({ config, logLevel }: Options): Promise<ConnectionCapabilities[]> {
  const loaded = await loadConfig(config, process.env);
  const context = terminalContext(logLevel, loaded.secrets);
  return loaded.ticketSystems.map((system) => ({
    connection: system.name,
    plugin: system.plugin.packageName,
    capabilities: capabilitiesOf(connect(system, context)),
  }));
}

function describe(plugins: readonly InstalledPlugin[], connections: readonly ConnectionCapabilities[]): string {
  if (plugins.length === 0) return "No plugins are installed; npm install otai-freshdesk";
  const lines = plugins.flatMap(({ name, version, ticketSystems, languageModels, embedders, problem }) => [
    `${name} ${version}`.trimEnd(),
    ...(problem === null ? [] : [`  cannot be used: ${problem}`]),
    ...[...ticketSystems, ...languageModels, ...embedders].map(
      (part) => `  ${name.replaceAll("-", "_")}:${part.name}  ${part.title}`,
    ),
  ]);
  const capabilities = connections.map(
    ({ connection, plugin, capabilities }) => `${connection} (${plugin}): ${capabilities.join(", ")}`,
  );
  return [
    ...lines,
    ...(capabilities.length > 0 ? ["", "Configured connections", ...capabilities.map((line) => `  ${line}`)] : []),
  ].join("\n");
}
