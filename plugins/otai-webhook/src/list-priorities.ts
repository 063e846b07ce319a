import { priorities } from "@otai/plugin-api/ticket";
import type { PriorityChoice } from "@otai/plugin-api/ticket-system";

/** The four words themselves. */
export async function listPriorities(): Promise<readonly PriorityChoice[]> {
  return priorities.map((priority) => ({ id: priority, name: priority, priority }));
}
