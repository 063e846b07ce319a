import type { RefusedField } from "@otai/plugin-api/ticket-update";

/** Words of the server's messages and our names for what they are about; `custom_fields` where it does not say which. */
const names: readonly (readonly [RegExp, string])[] = [
  [/dynamic ?field/i, "custom_fields"],
  [/article/i, "note"],
  [/queue/i, "queue"],
  [/priority/i, "priority"],
  [/\bstate|StateID/i, "status"],
  [/\btype|TypeID/i, "type"],
  [/owner/i, "assignee"],
];

/**
 * What a refusal is about: `Ticket->QueueID or Ticket->Queue parameter is invalid!`, `Does not have permissions to update
 * queue!`, `Ticket queue could not be updated, …`. Empty when it names nothing of ours.
 */
export function refusedFields(message: string): RefusedField[] {
  // What stands before the colon is the operation.
  const text = message.replace(/^\w+:\s*/, "");
  const field = names.find(([word]) => word.test(text))?.[1];
  return field === undefined ? [] : [{ field, message: text }];
}
