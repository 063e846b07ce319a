import type { TicketColumns } from "@otai/host/models/model-folder";
import type { Example } from "@otai/intelligence/example";
import { ConfigError } from "@otai/plugin-api/errors";
import { type Command, Option } from "commander";
import { readRows } from "./read-rows.ts";
import type { TicketRow } from "./ticket-row.ts";

/** Adds `--text`, `--subject` and `--body`. */
export function withTicketColumns(command: Command): Command {
  return command
    .addOption(
      new Option("--text <field>", 'field with the whole text (default: "text")').conflicts(["subject", "body"]),
    )
    .option("--subject <field>", "field with the subject")
    .option("--body <field>", "field with the body");
}

/** The columns that were asked for, else the given ones. */
export function chosenColumns(options: TicketColumns, otherwise: TicketColumns = { text: "text" }): TicketColumns {
  const { text, subject, body } = options;
  if (text === undefined && subject === undefined && body === undefined) return otherwise;
  return { ...(text && { text }), ...(subject && { subject }), ...(body && { body }) };
}

/** The ticket in a row; a field that is empty or null is an empty text, one that is not there is an error. */
export function ticketOf(row: TicketRow, columns: TicketColumns): { subject: string; body: string } {
  return {
    subject: columns.subject === undefined ? "" : textOf(row, columns.subject),
    body: [columns.text, columns.body]
      .filter((field) => field !== undefined)
      .map((field) => textOf(row, field))
      .join("\n"),
  };
}

function textOf({ place, values }: TicketRow, field: string): string {
  const value = values[field];
  if (typeof value === "string") return value;
  if (value === null) return "";
  if (value === undefined) {
    const present = Object.keys(values).join(", ") || "none";
    throw new ConfigError(
      `${place}: there is no field "${field}" (fields: ${present}): name it with --text, --subject or --body`,
    );
  }
  throw new ConfigError(`${place}: field "${field}" must be a text, not ${JSON.stringify(value).slice(0, 60)}`);
}

export interface ExampleColumns {
  readonly ticket: TicketColumns;
  readonly targets: readonly string[];
  readonly time?: string | undefined;
}

/** All rows of a file as examples. Throws `ConfigError` when a target is in none of them. */
export async function readExamples(file: string, columns: ExampleColumns): Promise<Example[]> {
  const examples: Example[] = [];
  for await (const row of readRows(file)) {
    const labels: Record<string, string> = {};
    for (const target of columns.targets) {
      const label = labelOf(row, target);
      if (label !== "") labels[target] = label;
    }
    const at = columns.time === undefined ? undefined : instantOf(row, columns.time);
    const ticket = ticketOf(row, columns.ticket);
    examples.push({ id: idOf(row), ...ticket, labels, ...(at === undefined ? {} : { at }) });
  }
  if (examples.length === 0) throw new ConfigError(`${file}: there is no row in this file`);
  for (const target of columns.targets) {
    if (!examples.some(({ labels }) => labels[target])) {
      throw new ConfigError(`${file}: no row has a value in field "${target}", which --target asks for`);
    }
  }
  return examples;
}

/** The row's own `id`, else its line. */
export function idOf({ line, values }: TicketRow): string {
  const { id } = values;
  return typeof id === "string" || typeof id === "number" ? String(id) : String(line);
}

function labelOf({ place, values }: TicketRow, target: string): string {
  const value = values[target];
  if (value === undefined || value === null) return "";
  if (typeof value === "object") throw new ConfigError(`${place}: field "${target}" must be a single value`);
  return String(value).trim();
}

/** ISO 8601 or milliseconds since 1970; a date without zone is UTC. */
function instantOf({ place, values }: TicketRow, field: string): number {
  const value = values[field];
  if (typeof value === "number" && Number.isFinite(value)) return value;
  const text = typeof value === "string" ? value.trim() : "";
  const zoned = /[zZ]|[+-]\d\d:?\d\d$/.test(text) || !text.includes(":") ? text : `${text}Z`;
  const instant = Date.parse(zoned);
  if (Number.isNaN(instant)) {
    throw new ConfigError(
      `${place}: field "${field}" must be a time such as 2026-03-01T09:30:00Z, not ${JSON.stringify(value)}`,
    );
  }
  return instant;
}
