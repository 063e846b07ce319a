import type { TicketColumns } from "@otai/host/models/model-folder";
import { toneForExamples } from "@otai/host/training/tone-of-tickets";
import { type EvaluationReport, evaluate } from "@otai/intelligence/evaluate";
import type { Command } from "commander";
import { example } from "../example.ts";
import { learnFrom } from "../learning/learn-from.ts";
import { chosenColumns, readExamples, withTicketColumns } from "../learning/ticket-columns.ts";
import { numberOption } from "../number-option.ts";
import { createProgressLine } from "../start/progress-line.ts";

interface Options extends TicketColumns {
  readonly train: string;
  readonly test: string;
  readonly target: string;
  readonly oos?: string;
  readonly time?: string;
  readonly seed: number;
  readonly json?: boolean;
}

export function registerEvaluate(program: Command): void {
  const command = withTicketColumns(
    program
      .command("evaluate")
      .description("train on one file, test on another: accuracy, calibration, coverage at each promised precision")
      .requiredOption("--train <file>", "tickets to learn from (JSONL)")
      .requiredOption("--test <file>", "tickets to judge on (JSONL)")
      .requiredOption("--target <field>", "the label"),
  )
    .option("--oos <file>", "tickets of topics that no label fits (JSONL)")
    .option("--time <field>", "field with the time of creation of the training tickets")
    .option("--seed <number>", "same rows and seed, same figures", numberOption({ min: 0, max: 2 ** 31 }), 1)
    .option("--json", "print all figures as one JSON document")
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { target, seed } = options;
      const ticket = chosenColumns(options);
      const train = await readExamples(options.train, { ticket, targets: [target], time: options.time });
      const test = await readExamples(options.test, { ticket, targets: [target] });
      const oos = options.oos === undefined ? undefined : await readExamples(options.oos, { ticket, targets: [] });
      const withTone = toneForExamples(train, [target]);
      const line = createProgressLine(process.stderr);
      const report = learnFrom(options.train, () =>
        evaluate({
          train: train.map(withTone),
          test: test.map(withTone),
          target,
          seed,
          clock: () => performance.now(),
          onProgress: ({ step, done, total }) => line.update(step, done, total),
          ...(oos === undefined ? {} : { oos: oos.map(withTone) }),
        }),
      );
      line.say("judged");
      const peakMemory = (process.resourceUsage().maxRSS * 1024) / 1e6;
      if (options.json) return void process.stdout.write(`${JSON.stringify({ ...report, rss_mb: peakMemory })}\n`);
      printReport(report, peakMemory);
    });
  example(
    command,
    "otai evaluate --train train.jsonl --test test.jsonl --target queue",
    "otai evaluate --train train.jsonl --test test.jsonl --target queue --oos other-topics.jsonl --json",
  );
}

const percent = (share: number | null) => (share === null ? "–" : `${(100 * share).toFixed(1)} %`);

function printReport(report: EvaluationReport, peakMemory: number): void {
  const lines = [
    `${report.target}: ${report.classes} labels, ${report.train_rows} tickets to learn, ${report.test_rows} to test`,
    `accuracy ${percent(report.accuracy)}, macro F1 ${percent(report.macro_f1)}, calibration error ${percent(report.ece)}`,
    ...Object.entries(report.coverage).map(([promised, { threshold, coverage, precision }]) =>
      threshold === null
        ? `promised precision ${promised}: not proven by the training tickets`
        : `promised precision ${promised}: ${percent(coverage)} of the tickets, right in ${percent(precision)}`,
    ),
    `training ${report.train_seconds.toFixed(1)} s, one ticket ${report.latency_ms.mean.toFixed(2)} ms (p99 ${report.latency_ms.p99.toFixed(2)} ms), model ${Math.ceil(report.model_bytes / 1024)} KiB, memory ${peakMemory.toFixed(0)} MB`,
  ];
  if (report.oos) {
    const { auroc, in_scope_accuracy, oos_recall } = report.oos;
    lines.push(
      `out of scope: AUROC ${percent(auroc)}, found ${percent(oos_recall)}, in scope and right ${percent(in_scope_accuracy)}`,
    );
  }
  process.stdout.write(`${lines.join("\n")}\n`);
}
