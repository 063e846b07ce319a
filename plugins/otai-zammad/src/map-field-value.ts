import type { FieldValue } from "@otai/plugin-api/ticket";
import type { Attribute } from "./attributes.ts";
import { findChoice } from "./map-choices.ts";

export type WritableValue = Exclude<FieldValue, null>;

export type MappedValue =
  | { readonly ok: true; readonly value: WritableValue }
  | { readonly ok: false; readonly message: string };

/** A value in the type and spelling that the attribute takes. */
export function mapFieldValue(attribute: Attribute, value: WritableValue): MappedValue {
  const { kind, label, choices } = attribute;
  if (kind === "multi") return mapList(attribute, Array.isArray(value) ? value : [String(value)]);
  if (Array.isArray(value)) return no(`"${label}" takes one value, not a list`);
  if (kind === "number") {
    const number = typeof value === "boolean" || value === "" ? Number.NaN : Number(value);
    return Number.isInteger(number)
      ? { ok: true, value: number }
      : no(`"${value}" is not a whole number, as "${label}" wants it`);
  }
  if (kind === "checkbox") {
    const flag = String(value).toLowerCase();
    return flag === "true" || flag === "false"
      ? { ok: true, value: flag === "true" }
      : no(`"${label}" takes true or false`);
  }
  if (choices === null) return { ok: true, value: String(value) };
  const choice = findChoice(choices, String(value));
  return choice === undefined ? notAChoice(attribute, String(value)) : { ok: true, value: choice.value };
}

function mapList(attribute: Attribute, values: readonly string[]): MappedValue {
  const { choices } = attribute;
  if (choices === null) return { ok: true, value: values };
  const missing = values.find((value) => findChoice(choices, value) === undefined);
  if (missing !== undefined) return notAChoice(attribute, missing);
  return { ok: true, value: values.map((value) => findChoice(choices, value)!.value) };
}

/** Names the very option that has to be added (D07). */
function notAChoice({ label, object }: Attribute, value: string): MappedValue {
  return no(`"${value}" is not an option of "${label}"; add it under Admin → System → Objects → ${object}`);
}

function no(message: string): MappedValue {
  return { ok: false, message };
}
