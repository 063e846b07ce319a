import type { FieldDefinition } from "@otai/plugin-api/field-definition";
import type { Ticket } from "@otai/plugin-api/ticket";
import { findChoice } from "./choice.ts";

/** What the AI thinks of a ticket, as its own fields and tags carry it. They are the AI's alone and may always be replaced. */
export interface AiLabels {
  readonly category: string | null;
  readonly urgency: string | null;
  /** Of the category, 0..1. */
  readonly confidence: number | null;
}

/** `ai-category:*` and `ai-urgency:*` replace each other within their family; every other tag is kept. */
const tagFamilies = ["ai-category:", "ai-urgency:"] as const;

export function tagsOf(labels: AiLabels): string[] {
  const tags: string[] = [];
  if (labels.category !== null) tags.push(`ai-category:${labels.category}`);
  if (labels.urgency !== null) tags.push(`ai-urgency:${labels.urgency}`);
  return tags;
}

/** Tags of the same family that must go when `added` come. */
export function replacedTags(present: readonly string[], added: readonly string[]): string[] {
  const families = tagFamilies.filter((family) => added.some((tag) => tag.startsWith(family)));
  const kept = new Set(added.map((tag) => tag.toLowerCase()));
  return present.filter(
    (tag) => families.some((family) => tag.toLowerCase().startsWith(family)) && !kept.has(tag.toLowerCase()),
  );
}

/** The installation's fields labelled *AI Category*, *AI Urgency*, *AI Confidence*, by label first, then by known key (D08). */
export function aiFieldValues(fields: readonly FieldDefinition[], labels: AiLabels): Record<string, string> {
  const values: Record<string, string> = {};
  const put = (name: string, value: string | null) => {
    if (value === null) return;
    const field = findAiField(fields, name);
    if (field === null || !field.writable) return;
    const choice = field.choices === null ? value : findChoice(field, value)?.value;
    if (choice !== undefined) values[field.key.slice("custom_fields.".length)] = choice;
  };
  put("ai_category", labels.category);
  put("ai_urgency", labels.urgency);
  put("ai_confidence", labels.confidence === null ? null : String(labels.confidence));
  return values;
}

/** Values for AI fields of other names, as far as the installation has the fields and takes the values, and they changed. */
export function aiFieldsFor(
  fields: readonly FieldDefinition[],
  ticket: Ticket,
  wanted: Readonly<Record<string, string>>,
): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(wanted)) {
    const field = findAiField(fields, name);
    if (field === null || !field.writable) continue;
    const choice = field.choices === null ? value : findChoice(field, value)?.value;
    const key = field.key.slice("custom_fields.".length);
    if (choice !== undefined && ticket.customFields[key] !== choice) values[key] = choice;
  }
  return values;
}

/** By its label, else by a known key, whatever a vendor puts before it and however it writes it. */
function findAiField(fields: readonly FieldDefinition[], name: string): FieldDefinition | null {
  const custom = fields.filter((field) => field.key.startsWith("custom_fields."));
  const wanted = lettersOf(name);
  return (
    custom.find((field) => lettersOf(field.label) === wanted) ??
    custom.find((field) => lettersOf(field.key.replace(/^custom_fields\.(cf_)?/, "")) === wanted) ??
    null
  );
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
