import type { FieldDefinition } from "@otai/plugin-api/field-definition";
import type { Account } from "./account.ts";

/** Status, priority and the installation's own ticket attributes. */
export async function listFields(account: Account): Promise<readonly FieldDefinition[]> {
  const [states, priorities, attributes] = await Promise.all([
    account.states.refresh(),
    account.priorities.refresh(),
    account.attributes.refresh(),
  ]);
  const choices = (entries: readonly { name: string; active: boolean }[]) =>
    entries.filter(({ active }) => active).map(({ name }) => ({ value: name, label: name }));
  return [
    { key: "status", label: "State", kind: "choice", choices: choices(states.entries), writable: true },
    { key: "priority", label: "Priority", kind: "choice", choices: choices(priorities.entries), writable: true },
    ...attributes.entries
      .filter(({ object }) => object === "Ticket")
      .map(({ name, label, kind, choices: own }) => ({
        key: `custom_fields.${name}`,
        label,
        kind,
        choices: own,
        writable: kind !== "other",
      })),
  ];
}
