import type { FieldDefinition } from "@otai/plugin-api/field-definition";
import type { Account } from "./account.ts";
import { mapField, systemFields } from "./map-field.ts";

/** Type, status and priority, and the active custom fields, keyed `custom_fields.<numeric id>`. */
export async function listFields(account: Account): Promise<readonly FieldDefinition[]> {
  const fields = await account.ticketFields.refresh();
  return [...systemFields, ...(fields ?? []).flatMap((field) => mapField(field) ?? [])];
}
