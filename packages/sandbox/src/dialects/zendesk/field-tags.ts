import type { CustomField, FieldValue } from "../../desk/desk-model.ts";

/**
 * The value of a drop-down option is a tag, unique over all fields: hence the field's key as prefix,
 * `ai_category_billing`.
 */
export function optionTag(field: CustomField, choice: string): string {
  return `${field.key}_${choice}`;
}

/** Joins drop-down fields and tags: whatever changes one changes the other. */
export class FieldTags {
  readonly fields: readonly CustomField[];
  readonly #byTag = new Map<string, { field: CustomField; choice: string }>();

  constructor(fields: readonly CustomField[]) {
    this.fields = fields;
    for (const field of fields) {
      for (const choice of field.choices) this.#byTag.set(optionTag(field, choice), { field, choice });
    }
  }

  field(id: unknown): CustomField | undefined {
    return this.fields.find((field) => field.id === Number(id));
  }

  /** The field's value as the API shows it. */
  shown(field: CustomField, stored: FieldValue | undefined): FieldValue {
    if (stored === undefined || stored === null) return null;
    return field.kind === "dropdown" ? optionTag(field, String(stored)) : stored;
  }

  /** All tags of a ticket: its own and those of its drop-downs. */
  tagsOf(ticket: { tags: readonly string[]; customFields: Readonly<Record<string, FieldValue>> }): string[] {
    const ofFields = this.fields
      .filter((field) => field.kind === "dropdown")
      .map((field) => this.shown(field, ticket.customFields[field.key]))
      .filter((tag): tag is string => typeof tag === "string");
    return [...new Set([...ticket.tags.flatMap(normaliseTags), ...ofFields])];
  }

  /** What replacing all tags does: plain tags stay tags, option tags set their field, a missing one clears it. */
  split(tags: readonly string[]): { tags: string[]; customFields: Record<string, FieldValue> } {
    const plain = new Set<string>();
    const customFields: Record<string, FieldValue> = {};
    for (const field of this.fields) if (field.kind === "dropdown") customFields[field.key] = null;
    for (const tag of tags.flatMap(normaliseTags)) {
      const option = this.#byTag.get(tag);
      if (option === undefined) plain.add(tag);
      else customFields[option.field.key] = option.choice;
    }
    return { tags: [...plain], customFields };
  }

  /**
   * What the desk stores for a value sent to a field; undefined where the value is not one of the options,
   * which is ignored like any other unknown input.
   */
  stored(field: CustomField, value: unknown): FieldValue | undefined {
    if (value === null || value === "") return null;
    switch (field.kind) {
      case "dropdown": {
        const option = typeof value === "string" ? this.#byTag.get(value.toLowerCase()) : undefined;
        return option?.field.id === field.id ? option.choice : undefined;
      }
      case "text":
        return typeof value === "object" ? undefined : String(value);
      case "checkbox":
        return value === true || value === "true" || value === "1";
      case "number":
        return Number.isFinite(Number(value)) ? Number(value) : undefined;
    }
  }
}

/** Tags are lower-case and hold no blanks: a blank or comma ends a tag. */
export function normaliseTags(tag: string): string[] {
  return tag
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((part) => part !== "");
}
