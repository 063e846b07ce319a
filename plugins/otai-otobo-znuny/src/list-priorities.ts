import { priorities } from "@otai/plugin-api/ticket";
import type { PriorityChoice } from "@otai/plugin-api/ticket-system";
import type { OtoboParams } from "./params.ts";

/** As the configuration names them; the wire knows them by name. */
export async function listPriorities({ priorities: names }: OtoboParams): Promise<readonly PriorityChoice[]> {
  return priorities.map((priority) => ({ id: names[priority], name: names[priority], priority }));
}
