import type { NamedRef } from "@otai/plugin-api/ticket";
import type { Account } from "./account.ts";

/** The account's groups, without deleted ones. */
export async function listQueues(account: Account): Promise<readonly NamedRef[]> {
  const groups = await account.groups.refresh();
  return groups.filter(({ deleted }) => !deleted).map(({ id, name }) => ({ id, name }));
}
