import type { CustomField, FieldValue } from "../../desk/desk-model.ts";
import type { FieldProblem } from "./freshdesk-answers.ts";

/** Judges one attribute of a request body; null when it is fine. */
export type AttributeCheck = (value: unknown, field: string) => FieldProblem | FieldProblem[] | null;

/** Every attribute that a body may hold. Anything else is refused, and one refusal refuses the whole body. */
export function checkAttributes(
  body: Record<string, unknown>,
  checks: Record<string, AttributeCheck>,
  required: readonly string[] = [],
): FieldProblem[] {
  const missing = required
    .filter((field) => body[field] === undefined)
    .map((field): FieldProblem => ({ field, message: "It should be present", code: "missing_field" }));
  const wrong = Object.entries(body).flatMap(([field, value]) => {
    const check = Object.hasOwn(checks, field) ? checks[field] : undefined;
    return check ? (check(value, field) ?? []) : [unknownField(field)];
  });
  return [...missing, ...wrong];
}

export const unknownField = (field: string): FieldProblem => ({
  field,
  message: "Unexpected/invalid field in request",
  code: "invalid_field",
});

export const notOneOf = (field: string, values: readonly (string | number)[]): FieldProblem => ({
  field,
  message: `It should be one of these values: '${values.join(",")}'`,
  code: "invalid_value",
});

const notExisting = (field: string, what: string): FieldProblem => ({
  field,
  message: `There is no ${what} matching the given ${field}`,
  code: "invalid_value",
});

const mismatch = (field: string, value: unknown, wanted: string): FieldProblem => ({
  field,
  message: `Value set is of type ${typeName(value)}. It should be a/an ${wanted}`,
  code: "datatype_mismatch",
});

export const text: AttributeCheck = (value, field) =>
  typeof value === "string" ? null : mismatch(field, value, "String");

export const filledText: AttributeCheck = (value, field) => {
  if (typeof value !== "string") return mismatch(field, value, "String");
  return value.trim() === ""
    ? { field, message: "It should not be blank as this is a mandatory field", code: "invalid_value" }
    : null;
};

export const flag: AttributeCheck = (value, field) =>
  typeof value === "boolean" ? null : mismatch(field, value, "Boolean");

const integer: AttributeCheck = (value, field) =>
  Number.isSafeInteger(value) ? null : mismatch(field, value, "Integer");

export const integerOf =
  (values: readonly number[]): AttributeCheck =>
  (value, field) =>
    integer(value, field) ?? (values.includes(value as number) ? null : notOneOf(field, values));

export const textOf =
  (values: readonly string[]): AttributeCheck =>
  (value, field) =>
    text(value, field) ?? (values.includes(value as string) ? null : notOneOf(field, values));

export const orNull =
  (check: AttributeCheck): AttributeCheck =>
  (value, field) =>
    value === null ? null : check(value, field);

export const idOf =
  (what: string, exists: (id: number) => boolean): AttributeCheck =>
  (value, field) =>
    integer(value, field) ?? (exists(value as number) ? null : notExisting(field, what));

export const email: AttributeCheck = (value, field) =>
  text(value, field) ??
  (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value as string)
    ? null
    : { field, message: "It should be in the 'valid email address' format", code: "invalid_value" });

export const textList: AttributeCheck = (value, field) => {
  if (!Array.isArray(value)) return mismatch(field, value, "Array");
  const odd = value.find((item) => typeof item !== "string");
  return odd === undefined ? null : mismatch(field, odd, "String");
};

const TAG_LENGTH = 32;

/** The limit of 32 is documented for messaging tags and assumed here. */
export const tagList: AttributeCheck = (value, field) => {
  const problem = textList(value, field);
  if (problem) return problem;
  const tags = value as string[];
  if (tags.some((tag) => [...tag].length > TAG_LENGTH)) {
    const message = `It should only contain elements that have maximum of ${TAG_LENGTH} characters`;
    return { field, message, code: "invalid_value" };
  }
  return tags.some((tag) => tag.includes(","))
    ? { field, message: "It should only contain elements without commas", code: "invalid_value" }
    : null;
};

/** `{"cf_ai_category": …}`; problems name the inner key. */
export const customFieldValues =
  (fields: readonly CustomField[]): AttributeCheck =>
  (value, field) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return mismatch(field, value, "key/value pair");
    }
    const problems = Object.entries(value).flatMap(([name, inner]) => {
      const known = fields.find((candidate) => `cf_${candidate.key}` === name);
      return known ? (orNull(checkFor(known))(inner, name) ?? []) : [unknownField(name)];
    });
    return problems.length > 0 ? problems : null;
  };

function checkFor(field: CustomField): AttributeCheck {
  switch (field.kind) {
    case "dropdown":
      return textOf(field.choices);
    case "text":
      return text;
    case "checkbox":
      return flag;
    case "number":
      return integer;
  }
}

/** `{cf_ai_category: "billing"}` → `{ai_category: "billing"}`, after the check. */
export function customFieldKeys(values: unknown): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(values as Record<string, FieldValue>).map(([name, value]) => [name.replace(/^cf_/, ""), value]),
  );
}

function typeName(value: unknown): string {
  if (value === null) return "Null";
  if (Array.isArray(value)) return "Array";
  if (typeof value === "number") return Number.isInteger(value) ? "Integer" : "Float";
  if (typeof value === "boolean") return "Boolean";
  return typeof value === "string" ? "String" : "key/value pair";
}
