import { loadConfig } from "@otai/host/config/load-config";
import { createLog, type LogLevel } from "@otai/host/log/create-log";
import { withStore } from "@otai/host/operations/with-store";
import { exportPerson } from "@otai/host/privacy/erase-person";
import type { Command } from "commander";
import { actor } from "../actor.ts";
import { example } from "../example.ts";
import { warnUnasked, whoIs } from "../persons/who-is.ts";

interface Options {
  readonly config: string;
  readonly requester: string;
  readonly ticketSystem?: string;
  readonly logLevel?: LogLevel;
}

export function registerExport(program: Command): void {
  const command = program
    .command("export")
    .description("print what is kept of a requester, as JSON")
    .requiredOption("--requester <id>", "requester id or e-mail address")
    .option("--ticket-system <name>", "where the id is from; needed when several are configured")
    .option("--config <file>", "configuration", "config.yml")
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const loaded = await loadConfig(options.config, process.env);
      const log = createLog(options.logLevel ?? "error", loaded.secrets);
      await withStore(loaded, async (workplace) => {
        const { person, unasked } = await whoIs(workplace, options, log);
        warnUnasked(unasked);
        const records = await exportPerson(person, { ...workplace, by: actor() });
        process.stdout.write(`${JSON.stringify({ person, records }, null, 2)}\n`);
      });
    });
  example(
    command,
    "otai export --requester kim@customer.example",
    "otai export --requester 4711 --ticket-system freshdesk > kim.json",
  );
}
