import type { FieldChoice, FieldDefinition } from "@otai/plugin-api/field-definition";

/** `Returns & Refunds` → `returns_refunds`: how categories are written, ≤ 20 characters so that a tag stays within 32. */
export function slug(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/ß/g, "ss")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_0-9]+|_+$/g, "")
    .slice(0, 20)
    .replace(/_+$/, "");
}

/** `feature_request` → `Feature Request`. */
export function titleCase(category: string): string {
  return category
    .split("_")
    .filter((word) => word !== "")
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join(" ");
}

/**
 * The choice of a field that means `value`: by its value, its label, or a value that ends in it (Zendesk's drop-down values are
 * tags and therefore prefixed). `null` when the installation has none, so that it is never sent.
 */
export function findChoice(field: FieldDefinition, value: string): FieldChoice | null {
  const choices = field.choices ?? [];
  const wanted = slug(value);
  return (
    choices.find((choice) => choice.value === value) ??
    choices.find((choice) => choice.label === value) ??
    choices.find((choice) => slug(choice.label) === wanted || slug(choice.value) === wanted) ??
    choices.find((choice) => choice.value.endsWith(`_${value}`)) ??
    null
  );
}
