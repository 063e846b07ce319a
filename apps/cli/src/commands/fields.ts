import { confirm, isCancel } from "@clack/prompts";
import { loadConfig } from "@otai/host/config/load-config";
import { type FieldState, liftDemotion, listFieldStates, setField } from "@otai/host/operations/field-settings";
import { withStore } from "@otai/host/operations/with-store";
import { ConfigError } from "@otai/plugin-api/errors";
import { type Command, Option } from "commander";
import { actor } from "../actor.ts";
import { example } from "../example.ts";
import { numberOption } from "../number-option.ts";
import { printTable } from "../print-table.ts";

interface SetOptions {
  readonly config: string;
  readonly mode: FieldState["mode"];
  readonly precision?: number;
  readonly yes: boolean;
}

export function registerFields(program: Command): void {
  const fields = program.command("fields").description("see and change how far AI may go, field by field");
  example(fields, "otai fields set freshdesk queue --mode automate");
  const list = fields
    .command("list", { isDefault: true })
    .description("mode, promised precision and what history proves, per field")
    .option("--config <file>", "configuration", "config.yml")
    .option("--json", "one JSON document on stdout", false)
    .action(async (_: unknown, command: Command) => {
      const { config, json } = command.optsWithGlobals<{ config: string; json: boolean }>();
      const states = await withStore(await loadConfig(config, process.env), listFieldStates);
      if (json) return void process.stdout.write(`${JSON.stringify(states)}\n`);
      printTable(["ticket system", "field", "mode", "promised", "history proves"], states.map(row));
      for (const line of states.flatMap(demotionLines)) process.stdout.write(`${line}\n`);
    });
  example(list, "otai fields", "otai fields list --json");
  const set = fields
    .command("set <ticket-system> <field>")
    .description("leave or enter shadow mode; shows the numbers and asks first")
    .option("--config <file>", "configuration", "config.yml")
    .addOption(
      new Option("--mode <mode>", "shadow writes nothing, suggest only AI fields and tags, automate the field itself")
        .choices(["shadow", "suggest", "automate"])
        .makeOptionMandatory(),
    )
    .option(
      "--precision <share>",
      "share that must be right, e.g. 0.97",
      numberOption({ min: 0.5, max: 0.999, whole: false }),
    )
    .option("--yes", "do not ask", false)
    .action(async (connection: string, field: string, _: unknown, command: Command) => {
      await runSet(connection, field, command.optsWithGlobals<SetOptions>());
    });
  example(set, "otai fields set freshdesk queue --mode automate --precision 0.97");
  const lift = fields
    .command("lift <ticket-system> <field> <value>")
    .description("let a value be automated again that was demoted because agents changed it too often")
    .option("--config <file>", "configuration", "config.yml")
    .action(async (connection: string, field: string, value: string, _: unknown, command: Command) => {
      const { config } = command.optsWithGlobals<{ config: string }>();
      await withStore(await loadConfig(config, process.env), (workplace) =>
        liftDemotion(workplace, { connection, field, value, by: actor() }),
      );
      process.stdout.write(`"${value}" may be automated again; only tickets from now on count against it.\n`);
    });
  example(lift, 'otai fields lift freshdesk queue "Billing"');
}

/** What is only suggested although the field may be automated, why, and how that is lifted. */
function demotionLines({ connection, field, demotions }: FieldState): string[] {
  return Object.entries(demotions).map(
    ([value, { at, judged, changed, promised }]) =>
      `${connection}.${field} "${value}" is only suggested since ${new Date(at).toISOString()}: agents changed ${changed} of ${judged}, ${(100 * promised).toFixed(1)} % right were promised. To lift that: otai fields lift ${connection} ${field} ${JSON.stringify(value)}`,
  );
}

async function runSet(connection: string, field: string, { config, mode, precision, yes }: SetOptions): Promise<void> {
  await withStore(await loadConfig(config, process.env), async (workplace) => {
    const state = (await listFieldStates(workplace)).find(
      (item) => item.connection === connection && item.field === field,
    );
    if (state !== undefined)
      printTable(["ticket system", "field", "mode now", "promised", "history proves"], [row(state)]);
    if (!yes) {
      if (!process.stdin.isTTY)
        throw new ConfigError("nobody is here to ask: give --yes to change it without a question");
      const answer = await confirm({ message: `Set ${connection}.${field} to ${mode}?`, initialValue: false });
      if (isCancel(answer) || !answer) return void process.stdout.write("Nothing was changed.\n");
    }
    await setField(workplace, { connection, field, mode, precision: precision ?? null, by: actor() });
    process.stdout.write(`${connection}.${field} is ${mode} now; running workers follow with their next ticket.\n`);
  });
}

function row(state: FieldState): string[] {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const proven =
    state.proven === null
      ? "no model yet"
      : state.proven.threshold === null
        ? "nothing at this precision"
        : `${percent(state.proven.coverage)} of tickets (on ${state.proven.evidence})`;
  return [
    state.connection,
    state.field,
    `${state.mode}${state.pinned ? " (in the file)" : ""}`,
    percent(state.precision),
    proven,
  ];
}
