import type { FieldChoice, FieldDefinition } from "@otai/plugin-api/field-definition";
import { categorySlug } from "@otai/service-api/category-slug";

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
  const wanted = categorySlug(value);
  return (
    choices.find((choice) => choice.value === value) ??
    choices.find((choice) => choice.label === value) ??
    choices.find((choice) => categorySlug(choice.label) === wanted || categorySlug(choice.value) === wanted) ??
    choices.find((choice) => choice.value.endsWith(`_${value}`)) ??
    null
  );
}
