import { priorities } from "@otai/plugin-api/ticket";
import type { PriorityChoice } from "@otai/plugin-api/ticket-system";
import type { Account } from "./account.ts";
import { priorityNumbers } from "./map-ticket.ts";

/** The four are fixed; only their labels belong to the account. */
export async function listPriorities(account: Account): Promise<readonly PriorityChoice[]> {
  const fields = await account.ticketFields.get();
  const choices = fields?.find(({ name }) => name === "priority")?.choices ?? [];
  return priorities.map((priority) => {
    const id = String(priorityNumbers[priority]);
    return { id, name: choices.find(({ value }) => value === id)?.label ?? priority, priority };
  });
}
