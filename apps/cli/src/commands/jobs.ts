import { loadConfig } from "@otai/host/config/load-config";
import { listDeadLetters, retryDeadLetters } from "@otai/host/operations/dead-letters";
import { withStore } from "@otai/host/operations/with-store";
import type { Command } from "commander";
import { actor } from "../actor.ts";
import { example } from "../example.ts";
import { printTable } from "../print-table.ts";

export function registerJobs(program: Command): void {
  const jobs = program.command("jobs").description("events that were given up, and trying them once more");
  example(jobs, "otai jobs retry");
  const list = jobs
    .command("list", { isDefault: true })
    .description("dead events with the reason")
    .option("--config <file>", "configuration", "config.yml")
    .action(async (_: unknown, command: Command) => {
      const { config } = command.optsWithGlobals<{ config: string }>();
      const dead = await withStore(await loadConfig(config, process.env), listDeadLetters);
      if (dead.length === 0) return void process.stdout.write("No event was given up.\n");
      printTable(
        ["event", "ticket", "kind", "attempts", "reason"],
        dead.map((event) => [event.id, event.ticketId, event.kind, String(event.attempts), event.error ?? ""]),
      );
    });
  example(list, "otai jobs");
  const retry = jobs
    .command("retry [event]")
    .description("try one dead event again, or all of them; nothing that was written is repeated")
    .option("--config <file>", "configuration", "config.yml")
    .action(async (event: string | undefined, _: unknown, command: Command) => {
      const { config } = command.optsWithGlobals<{ config: string }>();
      const count = await withStore(await loadConfig(config, process.env), (workplace) =>
        retryDeadLetters(workplace, event ?? null, actor()),
      );
      process.stdout.write(`${count} event${count === 1 ? "" : "s"} will be tried again.\n`);
    });
  example(retry, "otai jobs retry");
}
