import { confirm } from "@clack/prompts";
import { loadConfig } from "@otai/host/config/load-config";
import { createLog, type LogLevel } from "@otai/host/log/create-log";
import { withStore } from "@otai/host/operations/with-store";
import { erasePerson } from "@otai/host/privacy/erase-person";
import { ConfigError } from "@otai/plugin-api/errors";
import type { Command } from "commander";
import { actor } from "../actor.ts";
import { example } from "../example.ts";
import { warnUnasked, whoIs } from "../persons/who-is.ts";
import { printTable } from "../print-table.ts";

interface Options {
  readonly config: string;
  readonly requester: string;
  readonly ticketSystem?: string;
  readonly yes?: boolean;
  readonly logLevel?: LogLevel;
}

export function registerErase(program: Command): void {
  const command = program
    .command("erase")
    .description("forget a requester: what is kept of him is shown and, once confirmed, removed")
    .requiredOption("--requester <id>", "requester id or e-mail address")
    .option("--ticket-system <name>", "where the id is from; needed when several are configured")
    .option("--yes", "do not ask")
    .option("--config <file>", "configuration", "config.yml")
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const loaded = await loadConfig(options.config, process.env);
      const log = createLog(options.logLevel ?? "error", loaded.secrets);
      await withStore(loaded, async (workplace) => {
        const { person, unasked } = await whoIs(workplace, options, log);
        warnUnasked(unasked);
        const records = await workplace.store.read((tx) => tx.privacy.listRecords(person));
        const counts = Object.entries(records).map(([kind, rows]) => [kind, rows.length] as const);
        show(counts);
        if (counts.every(([, count]) => count === 0)) process.stdout.write("Nothing is kept of this requester.\n");
        if (options.yes !== true) await agree();
        const { removed, modelsToRetrain } = await erasePerson(person, { ...workplace, by: actor() });
        const total = Object.values(removed).reduce((sum, count) => sum + count, 0);
        process.stdout.write(`Erased: ${total} rows.\n`);
        if (modelsToRetrain.length > 0) {
          process.stdout.write(
            `${modelsToRetrain.join(", ")} learned from this requester; a running otai start retrains within the hour, or at once: otai train --ticket-system <name>\n`,
          );
        }
      });
    });
  example(
    command,
    "otai erase --requester kim@customer.example",
    "otai erase --requester 4711 --ticket-system freshdesk --yes",
  );
}

function show(counts: readonly (readonly [string, number])[]): void {
  const rows = counts.filter(([, count]) => count > 0).map(([kind, count]) => [kind, String(count)]);
  if (rows.length > 0) printTable(["kept", "rows"], rows);
}

/** @throws ConfigError when nobody agreed. */
async function agree(): Promise<void> {
  const asked = process.stdin.isTTY === true;
  const agreed = asked && (await confirm({ message: "Remove it for good?", initialValue: false })) === true;
  if (!agreed) throw new ConfigError(asked ? "nothing was erased" : "nothing was erased: add --yes to do it");
}
