import type { PriorityChoice } from "@otai/plugin-api/ticket-system";
import type { Account } from "./account.ts";

/** Mostly three, so that nothing is urgent: see README. */
export async function listPriorities(account: Account): Promise<readonly PriorityChoice[]> {
  const { entries } = await account.priorities.refresh();
  return entries.flatMap(({ id, name, active, priority }) => (active && priority !== null ? [{ id, name, priority }] : []));
}
