import type { TicketColumns } from "@otai/host/models/model-folder";
import { toneForExamples } from "@otai/host/training/tone-of-tickets";
import { type BacktestReport, backtest } from "@otai/intelligence/backtest";
import type { Command } from "commander";
import { example } from "../example.ts";
import type { BacktestTicketSystemOptions } from "../learning/backtest-ticket-system.ts";
import { learnFrom } from "../learning/learn-from.ts";
import { isMbox } from "../learning/read-rows.ts";
import { chosenColumns, readExamples, withTicketColumns } from "../learning/ticket-columns.ts";
import { printTable } from "../print-table.ts";
import { createProgressLine } from "../start/progress-line.ts";

interface Options extends TicketColumns {
  readonly data?: string;
  readonly target?: string;
  readonly time?: string;
  readonly json?: boolean;
}

export function registerBacktest(program: Command): void {
  const command = withTicketColumns(
    program
      .command("backtest")
      .description(
        "what would have happened: a history in order of time, each part judged by a model of what came before",
      )
      .option(
        "--data <file>",
        "solved tickets: .jsonl, .csv with a line of column names, or .mbox; - for JSONL on stdin",
      )
      .option("--target <field>", "the label; of mail the name of a header, e.g. X-Queue")
      .option("--time <field>", "field with the time of creation (of mail: its date)")
      .option("--ticket-system <id>", "the history of this helpdesk of the configuration instead of a file")
      .option("--config <file>", "the configuration, for --ticket-system", "config.yml"),
  )
    .option("--json", "print all figures as one JSON document")
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options & Partial<BacktestTicketSystemOptions>>();
      if (options.ticketSystem !== undefined) {
        const { backtestTicketSystem } = await import("../learning/backtest-ticket-system.ts");
        const reports = await backtestTicketSystem(options as BacktestTicketSystemOptions);
        if (options.json) return void process.stdout.write(`${JSON.stringify({ reports })}\n`);
        return reports.forEach(printReport);
      }
      const report = await backtestFile(command, options);
      if (options.json) process.stdout.write(`${JSON.stringify(report)}\n`);
      else printReport(report);
    });
  example(
    command,
    "otai backtest --data solved.jsonl --target queue --time created_at",
    "otai backtest --data export.csv --target Group --subject Subject --body Description --time 'Created at' --json",
    "otai backtest --data support.mbox --target X-Queue",
    "otai backtest --ticket-system freshdesk",
  );
}

async function backtestFile(command: Command, options: Options): Promise<BacktestReport> {
  const { data, target } = options;
  const time = options.time ?? (data !== undefined && isMbox(data) ? "date" : undefined);
  if (data === undefined || target === undefined || time === undefined) {
    command.error("give --data, --target and --time, or --ticket-system to judge the history of a helpdesk");
  }
  const columns = chosenColumns(options, isMbox(data) ? { subject: "subject", body: "body" } : { text: "text" });
  const examples = await readExamples(data, { ticket: columns, targets: [target], time });
  const line = createProgressLine(process.stderr);
  const withTone = toneForExamples(examples, [target]);
  const report = learnFrom(data, () =>
    backtest(examples.map(withTone), {
      target,
      onProgress: ({ step, done, total }) => line.update(step, done, total),
    }),
  );
  line.say("judged");
  return report;
}

const percent = (share: number | null) => (share === null ? "–" : `${(100 * share).toFixed(1)} %`);
/** Of the promises the one that is shown by queue. */
const usual = "0.95";

function printReport(report: BacktestReport): void {
  process.stdout.write(
    `${report.target}: ${report.judged} of ${report.rows} tickets judged, each by a model of earlier ones; right ${percent(report.accuracy)}\n`,
  );
  printTable(
    ["promised", "would be automated", "right", "wrong", "precision"],
    Object.entries(report.coverage).map(([promised, { coverage, right, wrong, precision }]) => [
      ...[percent(Number(promised)), percent(coverage), String(right), String(wrong), percent(precision)],
    ]),
  );
  process.stdout.write("\n");
  printTable(
    [report.target, "tickets", "right", `automated at ${percent(Number(usual))}`, "wrong", "precision"],
    report.per_label.map(({ label, support, accuracy, coverage }) => {
      const { automated, wrong, precision } = coverage[usual]!;
      return [label, String(support), percent(accuracy), String(automated), String(wrong), percent(precision)];
    }),
  );
}
