import type { FieldValue } from "@otai/plugin-api/ticket";
import type { AccountField } from "./account.ts";
import { findChoice } from "./map-choices.ts";

export type WritableValue = Exclude<FieldValue, null>;

export type MappedValue =
  | { readonly ok: true; readonly value: WritableValue }
  | { readonly ok: false; readonly message: string };

/** A value in the type and spelling that the field takes; Freshdesk compares both strictly. */
export function mapFieldValue(field: AccountField, value: WritableValue): MappedValue {
  if (Array.isArray(value)) return mapList(field, value);
  if (field.type.endsWith("number") || field.type.endsWith("decimal")) {
    const number = typeof value === "boolean" || value === "" ? Number.NaN : Number(value);
    return Number.isFinite(number)
      ? { ok: true, value: number }
      : no(`"${value}" is not a number, as "${field.label}" wants it`);
  }
  if (field.type.endsWith("checkbox")) {
    const flag = String(value).toLowerCase();
    return flag === "true" || flag === "false"
      ? { ok: true, value: flag === "true" }
      : no(`"${field.label}" takes true or false`);
  }
  if (field.choices === null) return { ok: true, value: field.type === "" ? value : String(value) };
  const choice = findChoice(field.choices, String(value));
  return choice === undefined ? notAChoice(field, String(value)) : { ok: true, value: choice.value };
}

function mapList(field: AccountField, values: readonly string[]): MappedValue {
  const { choices } = field;
  if (choices === null) return { ok: true, value: values };
  const missing = values.find((value) => findChoice(choices, value) === undefined);
  if (missing !== undefined) return notAChoice(field, missing);
  return { ok: true, value: values.map((value) => findChoice(choices, value)!.value) };
}

/** Names the very choice that has to be added (D07). */
function notAChoice(field: AccountField, value: string): MappedValue {
  return no(`"${value}" is not a choice of "${field.label}"; add it there under Admin`);
}

function no(message: string): MappedValue {
  return { ok: false, message };
}
