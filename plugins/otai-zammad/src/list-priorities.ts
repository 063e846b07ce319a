import { priorities } from "@otai/plugin-api/ticket";
import type { PriorityChoice } from "@otai/plugin-api/ticket-system";
import type { Account } from "./account.ts";
import { priorityFor } from "./map-priority.ts";

/** What is written for each of OTAI's priorities. Mostly there are three, and urgent becomes the same as high: see README. */
export async function listPriorities(account: Account): Promise<readonly PriorityChoice[]> {
  const { entries } = await account.priorities.refresh();
  return priorities.flatMap((priority) => {
    const choice = priorityFor(entries, priority);
    return choice === undefined ? [] : [{ id: choice.id, name: choice.name, priority }];
  });
}
