import type { FieldChoice, FieldDefinition } from "@otai/plugin-api/field-definition";
import type { RawTicketField } from "./schema.ts";

const kinds: ReadonlyMap<string, FieldDefinition["kind"]> = new Map<string, FieldDefinition["kind"]>([
  ["tagger", "choice"],
  ["multiselect", "multi"],
  ["text", "text"],
  ["textarea", "text"],
  ["regexp", "text"],
  ["integer", "number"],
  ["decimal", "number"],
  ["checkbox", "checkbox"],
  ["date", "date"],
]);

/** Fields that every account has; they are not custom fields, whatever their number is. */
const ownTypes = new Set([
  "subject",
  "description",
  "status",
  "custom_status",
  "tickettype",
  "priority",
  "basic_priority",
  "group",
  "assignee",
]);

/** Problem, incident, question and task are all that there is. */
export const ticketTypes = ["problem", "incident", "question", "task"] as const;
export const ticketStatuses = ["new", "open", "pending", "hold", "solved", "closed"] as const;

/** The fixed choices of Zendesk's own fields. */
export const systemFields: readonly FieldDefinition[] = [
  systemField("type", "Type", ticketTypes),
  systemField("status", "Status", ticketStatuses),
  systemField("priority", "Priority", ["low", "normal", "high", "urgent"]),
];

/** A custom field; `null` for a field that every account has. */
export function mapField(field: RawTicketField): FieldDefinition | null {
  if (ownTypes.has(field.type)) return null;
  const kind = kinds.get(field.type) ?? "other";
  return {
    key: `custom_fields.${field.id}`,
    label: field.title,
    kind,
    choices: kind === "choice" || kind === "multi" ? choicesOf(field) : null,
    writable: kind !== "other",
  };
}

/** The value is a tag; the label may hold its place in the menu, `Hardware::Printer`. */
export function choicesOf(field: RawTicketField): FieldChoice[] {
  return field.custom_field_options.map(({ name, value }) => ({ value, label: name }));
}

function systemField(key: string, label: string, values: readonly string[]): FieldDefinition {
  const choices = values.map((value) => ({ value, label: `${value.charAt(0).toUpperCase()}${value.slice(1)}` }));
  return { key, label, kind: "choice", choices, writable: true };
}
