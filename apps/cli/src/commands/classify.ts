import { once } from "node:events";
import { readModel, type TicketColumns } from "@otai/host/models/model-folder";
import { toneForModel } from "@otai/host/training/tone-of-tickets";
import type { Model, Prediction } from "@otai/intelligence/model";
import type { Command } from "commander";
import { example } from "../example.ts";
import { readJsonl } from "../learning/read-jsonl.ts";
import { chosenColumns, idOf, ticketOf, withTicketColumns } from "../learning/ticket-columns.ts";
import { numberOption } from "../number-option.ts";

interface Options extends TicketColumns {
  readonly model: string;
  readonly data: string;
  readonly precision: number;
  readonly topK: number;
}

export function registerClassify(program: Command): void {
  const command = withTicketColumns(
    program
      .command("classify")
      .description("ask a model about tickets; prints one JSON line per ticket")
      .requiredOption("--model <folder>", "what otai train wrote")
      .option("--data <file>", "the tickets (JSONL, - for stdin)", "-"),
  )
    .option(
      "--precision <share>",
      "abstain where less than this precision is proven",
      numberOption({ min: 0, max: 1, whole: false }),
      0.95,
    )
    .option("--top-k <number>", "how many alternatives", numberOption({ min: 1, max: 10 }), 3)
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { model, manifest } = await readModel(options.model);
      const columns = chosenColumns(options, manifest.columns);
      const abstain = abstentionOf(model, options.precision);
      const withTone = toneForModel(model);
      for await (const row of readJsonl(options.data)) {
        const ticket = ticketOf(row, columns);
        const empty = `${ticket.subject}${ticket.body}`.trim() === "";
        const predictions = Object.entries(model.classify(withTone(ticket), { topK: options.topK })).map(
          ([target, prediction]) => {
            const { value, confidence, alternatives } = prediction;
            const reason = empty ? "empty_text" : abstain(target, prediction);
            return [
              target,
              { value, confidence, abstained: reason !== null, abstain_reason: reason, alternatives },
            ] as const;
          },
        );
        const line = JSON.stringify({ id: idOf(row), predictions: Object.fromEntries(predictions) });
        if (!process.stdout.write(`${line}\n`)) await once(process.stdout, "drain");
      }
    });
  example(
    command,
    "otai classify --model ./model --data new.jsonl",
    `echo '{"text":"I was charged twice"}' | otai classify --model ./model`,
  );
}

/** Why a prediction is not to be trusted, or null: the best guess stays visible beside the reason. */
function abstentionOf(
  model: Model,
  precision: number,
): (target: string, prediction: Prediction) => "novel_topic" | "low_confidence" | null {
  const thresholds = new Map(model.targets.map((target) => [target, model.thresholdFor(target, precision)]));
  return (target, { value, confidence, novel }) => {
    if (novel) return "novel_topic";
    const { threshold, vetoed } = thresholds.get(target)!;
    return threshold === null || confidence < threshold || vetoed.includes(value) ? "low_confidence" : null;
  };
}
