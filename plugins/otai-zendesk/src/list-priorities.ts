import { priorities } from "@otai/plugin-api/ticket";
import type { PriorityChoice } from "@otai/plugin-api/ticket-system";

const labels = { low: "Low", normal: "Normal", high: "High", urgent: "Urgent" } as const;

/** Fixed in Zendesk: the same four words as ours, or none at all. */
export async function listPriorities(): Promise<readonly PriorityChoice[]> {
  return priorities.map((priority) => ({ id: priority, name: labels[priority], priority }));
}
