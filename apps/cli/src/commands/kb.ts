import { loadConfig } from "@otai/host/config/load-config";
import { createLog, type LogLevel } from "@otai/host/log/create-log";
import { syncConnections } from "@otai/host/operations/sync-connections";
import { withStore } from "@otai/host/operations/with-store";
import type { Command } from "commander";
import { example } from "../example.ts";
import { untilStopped } from "../until-stopped.ts";

interface SyncOptions {
  readonly config: string;
  readonly ticketSystem?: string;
  readonly confirm?: boolean;
  readonly logLevel?: LogLevel;
}

export function registerKb(program: Command): void {
  const kb = program.command("kb").description("the knowledge base: articles of the ticket systems");
  example(kb, "otai kb sync");
  const sync = kb
    .command("sync")
    .description("take over the articles of the ticket systems now; a running server does it by itself once a day")
    .option("--config <file>", "configuration", "config.yml")
    .option("--ticket-system <name>", "only this one")
    .option("--confirm", "archive what is gone, even when it is a lot")
    .action(async (_: unknown, command: Command) => runSync(command.optsWithGlobals<SyncOptions>()));
  example(sync, "otai kb sync", "otai kb sync --ticket-system freshdesk --confirm");
}

async function runSync({ config, ticketSystem, confirm = false, logLevel = "error" }: SyncOptions): Promise<void> {
  const loaded = await loadConfig(config, process.env);
  const stop = new AbortController();
  void untilStopped().then(() => stop.abort());
  const log = createLog(logLevel, loaded.secrets);
  const options = { name: ticketSystem ?? null, confirm, log, signal: stop.signal };
  try {
    for (const { connection, report, reason } of await withStore(loaded, (place) => syncConnections(place, options))) {
      if (report === null) {
        process.stdout.write(`${connection}: nothing taken over: ${reason}\n`);
        continue;
      }
      const { created, updated, unchanged, archived, would_archive, status } = report.run;
      process.stdout.write(
        `${connection}: ${created} new, ${updated} changed, ${unchanged} unchanged, ${archived} archived\n`,
      );
      for (const { title, reason: why } of report.refused) process.stdout.write(`  left out "${title}": ${why}\n`);
      if (status === "needs_confirmation") {
        process.stdout.write(
          `  ${would_archive} articles are gone from the ticket system. That is so many that nothing was archived; if it is so: otai kb sync --confirm\n`,
        );
      }
    }
  } finally {
    stop.abort();
  }
}
