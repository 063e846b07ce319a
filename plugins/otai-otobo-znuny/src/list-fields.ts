import type { FieldDefinition } from "@otai/plugin-api/field-definition";
import type { Account } from "./account.ts";

/** Fields of the product itself. */
const internal = /^(ProcessManagement|TicketCalendar(Start|End)Time$)/;

/** Dynamic fields as tickets show them, with the kind and the choices that the configuration gives. */
export async function listFields(account: Account): Promise<readonly FieldDefinition[]> {
  const { fields } = await account.seen.refresh();
  const { fields: configured, tags_field } = account.params;
  return [...fields]
    .filter(([name]) => name !== tags_field && !internal.test(name))
    .map(([name, value]): FieldDefinition => {
      const own = configured[name];
      return {
        key: `custom_fields.${name}`,
        label: own?.label ?? name,
        kind: own?.kind ?? (Array.isArray(value) ? "multi" : "text"),
        choices: own?.choices?.map((choice) => ({ value: choice, label: choice })) ?? null,
        writable: true,
      };
    });
}
