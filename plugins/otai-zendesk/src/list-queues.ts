import type { NamedRef } from "@otai/plugin-api/ticket";
import type { Account } from "./account.ts";

/** The account's groups, without deleted ones. */
export async function listQueues(account: Account): Promise<readonly NamedRef[]> {
  return account.groups.refresh();
}
