import type { FieldChoice } from "@otai/plugin-api/field-definition";
import type { FieldValue } from "@otai/plugin-api/ticket";
import { mapField } from "./map-field.ts";
import type { RawTicketField } from "./schema.ts";

/** A value for a field of the account, or why there is none. */
type ResolvedField = { readonly id: number; readonly value: Exclude<FieldValue, null> } | { readonly refusal: string };

/**
 * Finds the field that is meant and the value that it takes. Fields go by number on the wire; a title in lower case with
 * underscores (`ai_category` for "AI Category") is understood too. Values of drop-downs are tags, which need a prefix of their
 * own, so for a wanted `billing` the choices `ai_category_billing` and the label "Billing" match as well (D07).
 */
export function resolveField(
  fields: readonly RawTicketField[] | null,
  key: string,
  value: Exclude<FieldValue, null>,
): ResolvedField {
  const name = key.replace(/^custom_fields\./, "");
  if (fields === null) {
    return /^\d+$/.test(name)
      ? { id: Number(name), value }
      : { refusal: `the agent may not read ticket fields, so ${name} cannot be found; name the field by its number` };
  }
  const field = findField(fields, name);
  if (field === undefined) return { refusal: `the account has no active ticket field ${name}` };
  const definition = mapField(field);
  if (definition === null) return { refusal: `${field.title} is not a custom field` };
  const id = Number(field.id);
  if (definition.choices === null) return { id, value: plainValue(value, definition.kind) };
  const choices = definition.choices;
  const wanted = Array.isArray(value) ? value.map(String) : [String(value)];
  const found = wanted.map((one) => findChoice(choices, one, field.title));
  const missing = wanted.filter((_, index) => found[index] === undefined);
  if (missing.length > 0) {
    return { refusal: `the field "${field.title}" has no value ${missing.join(", ")}; add it in Admin Center` };
  }
  const values = found.map((choice) => choice!.value);
  return { id, value: definition.kind === "multi" ? values : values[0]! };
}

export function findField(fields: readonly RawTicketField[], name: string): RawTicketField | undefined {
  const custom = fields.filter((field) => mapField(field) !== null);
  return fields.find((field) => field.id === name) ?? custom.find((field) => slug(field.title) === slug(name));
}

export function findChoice(choices: readonly FieldChoice[], wanted: string, title: string): FieldChoice | undefined {
  return (
    choices.find(({ value }) => value === wanted) ??
    choices.find(({ value }) => value === `${slug(title)}_${slug(wanted)}`) ??
    choices.find(({ label }) => slug(label) === slug(wanted) || slug(label.split("::").at(-1)!) === slug(wanted))
  );
}

/** `AI Category` → `ai_category`; letters of any script stay. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_|_$/g, "");
}

function plainValue(value: Exclude<FieldValue, null>, kind: string): Exclude<FieldValue, null> {
  return kind === "text" && typeof value === "number" ? String(value) : value;
}
