import { loadConfig } from "@otai/host/config/load-config";
import { listModels, promoteModel } from "@otai/host/operations/models";
import { withStore } from "@otai/host/operations/with-store";
import type { Command } from "commander";
import { actor } from "../actor.ts";
import { example } from "../example.ts";
import { printTable } from "../print-table.ts";

export function registerModels(program: Command): void {
  const models = program.command("models").description("what was trained, and which model serves");
  example(models, "otai models list");
  const list = models
    .command("list", { isDefault: true })
    .description("all models, newest first")
    .option("--config <file>", "configuration", "config.yml")
    .action(async (_: unknown, command: Command) => {
      const { config } = command.optsWithGlobals<{ config: string }>();
      const found = await withStore(await loadConfig(config, process.env), listModels);
      if (found.length === 0) return void process.stdout.write("Nothing was trained yet; otai start does it.\n");
      printTable(
        ["model", "ticket system", "serves", "trained", "tickets", "size"],
        found.map((model) => [
          model.version,
          model.connection,
          model.champion ? "yes" : "",
          new Date(model.trainedAt).toISOString(),
          String(model.examples),
          `${Math.round(model.bytes / 1024)} KiB`,
        ]),
      );
    });
  example(list, "otai models");
  for (const [verb, description] of [
    ["promote", "let a stored model serve"],
    ["rollback", "go back to an earlier model: the same bytes serve again"],
  ] as const) {
    const command = models
      .command(`${verb} <model>`)
      .description(description)
      .option("--config <file>", "configuration", "config.yml")
      .action(async (model: string, _: unknown, command: Command) => {
        const { config } = command.optsWithGlobals<{ config: string }>();
        await withStore(await loadConfig(config, process.env), (workplace) => promoteModel(workplace, model, actor()));
        process.stdout.write(`${model} serves now; running workers follow within seconds.\n`);
      });
    example(command, `otai models ${verb} triage-0a1b2c3d`);
  }
}
