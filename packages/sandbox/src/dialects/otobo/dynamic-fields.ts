import type { Desk } from "../../desk/desk.ts";
import type { DeskTicket, TicketFields } from "../../desk/desk-model.ts";
import { refusal } from "./operation-error.ts";
import { isRecord } from "./request-data.ts";

export interface DynamicField {
  name: string;
  /** Where the desk keeps the value: one of its fields, its tags, or nowhere. */
  store: { field: string } | "tags" | "nowhere";
  /** Empty where any text will do. */
  choices: readonly string[];
}

/** The desk's fields, and those that only this system has. The desk's tags are a multi-select here, of any values. */
export function dynamicFields(desk: Desk): DynamicField[] {
  const fields = desk.layout.ticketFields.map(
    (field): DynamicField => ({
      name: field.label.replaceAll(" ", ""),
      store: { field: field.key },
      choices: field.kind === "dropdown" ? field.choices : [],
    }),
  );
  return [
    ...fields,
    { name: "AIEscalationRisk", store: { field: "ai_escalation_risk" }, choices: [] },
    { name: "AISentiment", store: { field: "ai_sentiment" }, choices: [] },
    { name: "AITags", store: "tags", choices: [] },
    { name: "ProcessManagementActivityID", store: "nowhere", choices: [] },
    { name: "ProcessManagementProcessID", store: "nowhere", choices: [] },
  ];
}

/** The value as answers have it: a list for a multi-select, null for nothing. */
export function dynamicValue(ticket: DeskTicket, { store }: DynamicField): string | readonly string[] | null {
  if (store === "nowhere") return null;
  if (store === "tags") return ticket.tags.length === 0 ? null : ticket.tags;
  const value = ticket.customFields[store.field] ?? null;
  return value === null || value === "" ? null : String(value);
}

/**
 * What `DynamicField`, one object or a list, asks the desk to set. `""` clears, null is refused.
 * @throws OperationError for an unknown name, a missing value or one that is not among the choices
 */
export function dynamicChanges(desk: Desk, operation: string, input: unknown): Partial<TicketFields> {
  if (input === undefined) return {};
  const fields = dynamicFields(desk);
  const customFields: Record<string, string | null> = {};
  let tags: string[] | undefined;
  for (const item of Array.isArray(input) ? input : [input]) {
    const { Name: name, Value: value } = isRecord(item) ? item : { Name: undefined, Value: undefined };
    const field = fields.find((known) => known.name === name);
    if (field === undefined) throw refusal(operation, "InvalidParameter", "DynamicField->Name parameter is invalid!");
    if (value === undefined || value === null) {
      throw refusal(operation, "MissingParameter", "DynamicField->Value parameter is missing!");
    }
    const values = (Array.isArray(value) ? value : [value]).map(String).filter((text) => text !== "");
    const isKnown = (text: string) => field.choices.length === 0 || field.choices.includes(text);
    if (!values.every(isKnown) || (field.store !== "tags" && values.length > 1)) {
      throw refusal(operation, "InvalidParameter", "DynamicField->Value parameter is invalid!");
    }
    if (field.store === "tags") tags = [...new Set(values)];
    else if (field.store !== "nowhere") customFields[field.store.field] = values[0] ?? null;
  }
  return { ...(tags ? { tags } : {}), ...(Object.keys(customFields).length > 0 ? { customFields } : {}) };
}
