import type { FieldDefinition } from "@otai/plugin-api/field-definition";
import type { Account, AccountField } from "./account.ts";

const named: Readonly<Record<string, string>> = { ticket_type: "type", status: "status", priority: "priority" };

/** The fields that values can be written to: type, status, priority and the account's own ticket fields. */
export async function listFields(account: Account): Promise<readonly FieldDefinition[]> {
  const fields = await account.ticketFields.refresh();
  return (fields ?? []).flatMap((field) => {
    const key = named[field.name] ?? (field.type.startsWith("default_") ? null : `custom_fields.${field.name}`);
    if (key === null) return [];
    return [{ key, label: field.label, kind: kindOf(field), choices: field.choices, writable: true }];
  });
}

function kindOf(field: AccountField): FieldDefinition["kind"] {
  if (/multi_select/.test(field.type)) return "multi";
  if (field.choices !== null || /dropdown|nested/.test(field.type)) return "choice";
  if (/text|paragraph/.test(field.type)) return "text";
  if (/number|decimal/.test(field.type)) return "number";
  if (/checkbox/.test(field.type)) return "checkbox";
  return /date/.test(field.type) ? "date" : "other";
}
