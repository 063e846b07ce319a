import type { FieldChoice } from "@otai/plugin-api/field-definition";

/**
 * Options of an attribute: `{"billing": "Billing"}`, or `[{name, value, children}]` for trees and newer versions. A tree's values
 * hold the whole path (`Hardware::Printer`).
 */
export function mapChoices(options: unknown): FieldChoice[] {
  if (Array.isArray(options)) return options.flatMap(fromEntry);
  if (typeof options !== "object" || options === null) return [];
  return Object.entries(options).map(([value, label]) => ({ value, label: typeof label === "string" ? label : value }));
}

function fromEntry(entry: unknown): FieldChoice[] {
  if (typeof entry === "string") return [{ value: entry, label: entry }];
  if (typeof entry !== "object" || entry === null) return [];
  const { name, value, children } = entry as Record<string, unknown>;
  const written = typeof value === "string" ? value : name;
  if (typeof written !== "string" || written === "") return mapChoices(children);
  return [{ value: written, label: typeof name === "string" ? name : written }, ...mapChoices(children)];
}

/** The choice that is meant, whatever the case: by what is written, else by what is shown. */
export function findChoice(choices: readonly FieldChoice[], wanted: string): FieldChoice | undefined {
  const same = (text: string) => text.toLowerCase() === wanted.trim().toLowerCase();
  return (
    choices.find(({ value }) => value === wanted) ??
    choices.find(({ value }) => same(value)) ??
    choices.find(({ label }) => same(label))
  );
}
