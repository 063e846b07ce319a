import type { FieldValue } from "@otai/plugin-api/ticket";
import { same } from "./map-choices.ts";
import type { OtoboParams } from "./params.ts";
import type { ServerTime } from "./server-time.ts";
import { asStored } from "./stored-text.ts";

export type WritableValue = string | number | readonly string[];

/** A value in the form that a dynamic field takes, or why there is none. */
export function mapFieldValue(
  value: Exclude<FieldValue, null>,
  name: string,
  field: OtoboParams["fields"][string] | undefined,
  current: unknown,
  time: ServerTime,
): WritableValue | { readonly refusal: string } {
  if (typeof value === "boolean") return value ? 1 : 0;
  const choices = field?.choices;
  if (choices !== undefined) {
    const wanted = [value].flat().map(String);
    const found = wanted.map((one) => choices.find((choice) => same(choice, one)));
    const missing = wanted.filter((_, index) => found[index] === undefined);
    if (missing.length > 0) {
      return {
        refusal: `${name} has no value ${missing.join(", ")}; add it there, and to params.fields.${name}.choices`,
      };
    }
    return field?.kind === "multi" || Array.isArray(value) ? (found as string[]) : found[0]!;
  }
  if (field?.kind === "multi" || Array.isArray(current)) return [value].flat().map(String);
  if (typeof value === "string" && isIso(value) && (field?.kind === "date" || isStamp(current))) {
    return time.format(Date.parse(value));
  }
  return value as WritableValue;
}

/** Values come back as text or number, lists in another order, texts trimmed and with other line ends, a day with its midnight. */
export function sameValue(asked: unknown, found: unknown): boolean {
  const [left, right] = [listOf(asked), listOf(found)];
  return left.length === right.length && left.every((one, index) => one === right[index]);
}

/** A dynamic field of the type Date takes `2026-12-05` and shows `2026-12-05 00:00:00` (seen with Znuny 6.5.1). */
const midnight = /^(\d{4}-\d\d-\d\d) 00:00:00$/;

function listOf(value: unknown): string[] {
  return [value]
    .flat()
    .filter((one) => one !== null && one !== undefined && one !== "")
    .map((one) => asStored(String(one)).replaceAll("\r\n", "\n").trim().replace(midnight, "$1"))
    .sort();
}

function isIso(value: string): boolean {
  return /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(value) && !Number.isNaN(Date.parse(value));
}

function isStamp(value: unknown): boolean {
  return typeof value === "string" && /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(value);
}
