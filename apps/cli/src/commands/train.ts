import { makeModelFolder, type TicketColumns, writeModel } from "@otai/host/models/model-folder";
import { languagesOfTone, toneForExamples } from "@otai/host/training/tone-of-tickets";
import { train } from "@otai/intelligence/train";
import type { Command } from "commander";
import { example } from "../example.ts";
import { learnFrom } from "../learning/learn-from.ts";
import { chosenColumns, readExamples, withTicketColumns } from "../learning/ticket-columns.ts";
import type { TrainTicketSystemOptions } from "../learning/train-ticket-system.ts";
import { numberOption } from "../number-option.ts";
import { createProgressLine } from "../start/progress-line.ts";

interface Options extends TicketColumns {
  readonly data: string;
  readonly target: readonly string[];
  readonly out: string;
  readonly time?: string;
  readonly seed: number;
  readonly json?: boolean;
}

export function registerTrain(program: Command): void {
  const command = withTicketColumns(
    program
      .command("train")
      .description("learn a model from a file of solved tickets, one JSON object per line, or from a helpdesk")
      .option("--data <file>", "the tickets (JSONL, - for stdin)")
      .option("--target <field,…>", "the labels to learn", targetNames)
      .option("--out <folder>", "where the model is written")
      .option("--ticket-system <id>", "learn from this helpdesk of the configuration instead of a file")
      .option("--config <file>", "the configuration, for --ticket-system", "config.yml"),
  )
    .option("--time <field>", "field with the time of creation: what is promised is then proven in order of time")
    .option("--seed <number>", "same rows and seed, same model", numberOption({ min: 0, max: 2 ** 31 }), 1)
    .option("--json", "print the result as one JSON document")
    .action(async (_: unknown, command: Command) => {
      const given = command.optsWithGlobals<Partial<Options> & Partial<TrainTicketSystemOptions>>();
      if (given.ticketSystem !== undefined) {
        const { trainTicketSystem } = await import("../learning/train-ticket-system.ts");
        return trainTicketSystem(given as TrainTicketSystemOptions);
      }
      const missing = (["data", "target", "out"] as const).filter((name) => given[name] === undefined);
      if (missing.length > 0) {
        command.error(`give --${missing.join(", --")}, or --ticket-system to learn from a helpdesk`);
      }
      const options = given as Options;
      const columns = chosenColumns(options);
      const examples = await readExamples(options.data, {
        ticket: columns,
        targets: options.target,
        time: options.time,
      });
      await makeModelFolder(options.out);
      const line = createProgressLine(process.stderr);
      const model = learnFrom(options.data, () =>
        train(examples.map(toneForExamples(examples, options.target)), {
          targets: options.target,
          seed: options.seed,
          onProgress: ({ step, done, total }) => line.update(step, done, total),
        }),
      );
      line.say("learned");
      const manifest = await writeModel(options.out, model, {
        rows: examples.length,
        columns,
        ...(await languagesOfTone(examples, model)),
      });
      const promise = model.targets.map((target) => ({ target, ...model.thresholdFor(target, 0.95) }));
      if (options.json)
        return void process.stdout.write(`${JSON.stringify({ out: options.out, ...manifest, promise })}\n`);
      process.stdout.write(`${options.out}: ${manifest.rows} tickets, ${Math.ceil(manifest.bytes / 1024)} KiB\n`);
      for (const { target, threshold, coverage } of promise) {
        process.stdout.write(
          threshold === null
            ? `${target}: 95 % precision is not proven by these tickets at any confidence\n`
            : `${target}: 95 % precision is proven for ${(100 * coverage).toFixed(1)} % of the tickets (confidence from ${threshold.toFixed(3)})\n`,
        );
      }
    });
  example(
    command,
    "otai train --data solved.jsonl --target queue --out ./model",
    "otai train --ticket-system freshdesk",
    "otai train --data solved.jsonl --target queue,priority --subject title --body description --time created_at --out ./model",
  );
}

function targetNames(text: string): string[] {
  return [...new Set(text.split(",").map((name) => name.trim()))].filter((name) => name !== "");
}
