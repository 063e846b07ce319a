import { loadConfig } from "@otai/host/config/load-config";
import { type ListedModel, listModels, promoteModel, rollBack } from "@otai/host/operations/models";
import { withStore } from "@otai/host/operations/with-store";
import { type Command, Option } from "commander";
import { actor } from "../actor.ts";
import { example } from "../example.ts";
import { printTable } from "../print-table.ts";

export function registerModels(program: Command): void {
  const models = program.command("models").description("what was trained, which model serves, and why");
  example(models, "otai models list");
  const list = models
    .command("list", { isDefault: true })
    .description("all models, newest first, and what the test tickets said of each")
    .option("--labels", "show how every queue did in the comparison", false)
    .option("--config <file>", "configuration", "config.yml")
    .option("--json", "one JSON document on stdout", false)
    .action(async (_: unknown, command: Command) => {
      const { config, json, labels } = command.optsWithGlobals<{ config: string; json: boolean; labels: boolean }>();
      const found = await withStore(await loadConfig(config, process.env), listModels);
      if (json) return void process.stdout.write(`${JSON.stringify(found)}\n`);
      if (found.length === 0) return void process.stdout.write("Nothing was trained yet; otai start does it.\n");
      printModels(found);
      if (labels) found.forEach(printLabels);
    });
  example(list, "otai models", "otai models list --labels", "otai models list --json");
  const promote = models
    .command("promote <model>")
    .description("let a stored model serve, whatever the test tickets said")
    .option("--config <file>", "configuration", "config.yml")
    .action(async (model: string, _: unknown, command: Command) => {
      const { config } = command.optsWithGlobals<{ config: string }>();
      await withStore(await loadConfig(config, process.env), (workplace) => promoteModel(workplace, model, actor()));
      process.stdout.write(`${model} serves now; running workers follow within seconds.\n`);
    });
  example(promote, "otai models promote triage-0a1b2c3d");
  const rollback = models
    .command("rollback [model]")
    .description("go back to an earlier model, without a name to the one before: the same bytes serve again")
    .addOption(new Option("--ticket-system <id>", "whose, where there are several").conflicts("model"))
    .option("--config <file>", "configuration", "config.yml")
    .action(async (model: string | undefined, _: unknown, command: Command) => {
      const { config, ticketSystem } = command.optsWithGlobals<{ config: string; ticketSystem?: string }>();
      const target = { version: model ?? null, connection: ticketSystem ?? null, by: actor() };
      const version = await withStore(await loadConfig(config, process.env), (workplace) =>
        rollBack(workplace, target),
      );
      process.stdout.write(
        `${version} serves now; running workers follow within seconds.\nThe next training may replace it if it does better on the test tickets; learning.retrain: null in the configuration stops that.\n`,
      );
    });
  example(rollback, "otai models rollback", "otai models rollback triage-0a1b2c3d");
}

function printModels(models: readonly ListedModel[]): void {
  printTable(
    ["model", "ticket system", "serves", "trained", "tickets", "size", "right on unseen tickets", "test tickets said"],
    models.map((model) => [
      model.version,
      model.connection,
      model.champion ? "yes" : "",
      new Date(model.trainedAt).toISOString(),
      String(model.examples),
      `${Math.round(model.bytes / 1024)} KiB`,
      accuracies(model),
      model.verdict === undefined ? "" : `${model.verdict.serves ? "serves" : "refused"}: ${model.verdict.reason}`,
    ]),
  );
}

function accuracies({ figures }: ListedModel): string {
  return Object.entries(figures)
    .flatMap(([target, figure]) => {
      const { accuracy } = figure as { readonly accuracy?: number };
      return accuracy === undefined ? [] : [`${target} ${(100 * accuracy).toFixed(1)} %`];
    })
    .join(", ");
}

function printLabels({ version, verdict }: ListedModel): void {
  const rows = Object.entries(verdict?.targets ?? {}).flatMap(([target, labels]) =>
    labels.map(({ label, rows, champion, challenger }) => [
      ...[target, label, String(rows), String(champion), String(challenger)],
      `${challenger >= champion ? "+" : "−"}${((100 * Math.abs(challenger - champion)) / rows).toFixed(1)}`,
    ]),
  );
  if (rows.length === 0) return;
  process.stdout.write(`\n${version} against ${verdict!.against}\n`);
  printTable(["field", "value", "test tickets", "right before", "right now", "points"], rows);
}
