import { prepare } from "@otai/text/prepare";
import type { Example } from "./example.ts";
import { capGroups } from "./group-cap.ts";

/** The examples cannot be learned from; the message says why. */
export class TrainingError extends Error {
  override readonly name = "TrainingError";
}

/** A training ticket with its prepared text. */
export interface TrainingRow {
  readonly example: Example;
  readonly ticket: {
    readonly subject: string;
    readonly body: string;
    readonly metadata: readonly string[] | undefined;
  };
  readonly group?: string;
}

/** The examples with a text and at least one of the labels, capped per sender. Throws `TrainingError` when a target has none. */
export function trainingRows(examples: readonly Example[], targets: readonly string[]): TrainingRow[] {
  if (targets.length === 0) throw new TrainingError("no target to learn: name at least one label of the examples");
  for (const target of targets) {
    if (!examples.some(({ labels }) => labels[target])) {
      throw new TrainingError(`no example has a label for target "${target}"`);
    }
  }
  const rows = examples
    .filter(({ labels }) => targets.some((target) => labels[target]))
    .map((example): TrainingRow => {
      const { subject, body } = prepare(example);
      const ticket = { subject, body, metadata: example.metadata };
      return example.group === undefined ? { example, ticket } : { example, ticket, group: example.group };
    })
    .filter(({ ticket }) => ticket.subject !== "" || ticket.body !== "");
  if (rows.length === 0) throw new TrainingError("no example has a text to learn from");
  return capGroups(rows);
}

/** The labels of one target among the rows, sorted, and by row the number of its label, -1 without. */
export function numberLabels(rows: readonly TrainingRow[], target: string): { labels: string[]; labelOf: Int32Array } {
  const labels = [...new Set(rows.map(({ example }) => example.labels[target] ?? ""))].filter(Boolean).sort();
  if (labels.length === 0) throw new TrainingError(`no example with text has a label for target "${target}"`);
  const numberOf = new Map(labels.map((label, number) => [label, number]));
  return { labels, labelOf: Int32Array.from(rows, ({ example }) => numberOf.get(example.labels[target] ?? "") ?? -1) };
}

/** When the tickets were created, by row; null unless all of them say so. */
export function timesOf(rows: readonly TrainingRow[]): Float64Array | null {
  if (!rows.every(({ example }) => Number.isFinite(example.at))) return null;
  return Float64Array.from(rows, ({ example }) => example.at!);
}
