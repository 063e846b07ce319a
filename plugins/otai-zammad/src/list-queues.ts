import type { NamedRef } from "@otai/plugin-api/ticket";
import type { Account } from "./account.ts";

/** Zammad calls them groups. Empty when the token may not see them. */
export async function listQueues(account: Account): Promise<readonly NamedRef[]> {
  const { entries } = await account.groups.refresh();
  return entries.filter(({ active }) => active).map(({ id, name }) => ({ id, name }));
}
