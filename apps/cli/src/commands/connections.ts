import { loadConfig } from "@otai/host/config/load-config";
import { createLog, type LogLevel } from "@otai/host/log/create-log";
import { adoptConnection, listConnections } from "@otai/host/operations/connections";
import { withStore } from "@otai/host/operations/with-store";
import type { Command } from "commander";
import { actor } from "../actor.ts";
import { example } from "../example.ts";
import { printTable } from "../print-table.ts";

interface Options {
  readonly config: string;
  readonly logLevel?: LogLevel;
}

export function registerConnections(program: Command): void {
  const connections = program.command("connections").description("the accounts behind the configured names");
  example(connections, "otai connections");
  const list = connections
    .command("list", { isDefault: true })
    .description("name, account, and from when on tickets are events")
    .option("--config <file>", "configuration", "config.yml")
    .action(async (_: unknown, command: Command) => {
      const { config } = command.optsWithGlobals<Options>();
      const known = await withStore(await loadConfig(config, process.env), listConnections);
      if (known.length === 0) return void process.stdout.write("Nothing was connected yet; otai start does it.\n");
      printTable(
        ["name", "account", "events since", "uid"],
        known.map(({ name, accountLabel, ingestFrom, uid }) => [
          name,
          accountLabel,
          new Date(ingestFrom).toISOString(),
          uid,
        ]),
      );
    });
  example(list, "otai connections");
  const adopt = connections
    .command("adopt <name>")
    .description("accept another account behind a known name, e.g. after a move from trial to production")
    .option("--config <file>", "configuration", "config.yml")
    .action(async (name: string, _: unknown, command: Command) => {
      const { config, logLevel = "error" } = command.optsWithGlobals<Options>();
      const loaded = await loadConfig(config, process.env);
      const log = createLog(logLevel, loaded.secrets);
      const { from, to } = await withStore(loaded, (workplace) =>
        adoptConnection(workplace, { name, by: actor(), log }),
      );
      process.stdout.write(`${name} is ${to} now (was ${from}).\n`);
    });
  example(adopt, "otai connections adopt freshdesk");
}
