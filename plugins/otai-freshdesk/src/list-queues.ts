import type { NamedRef } from "@otai/plugin-api/ticket";
import type { Account } from "./account.ts";

/** Freshdesk calls them groups. Empty when the key's agent may not see them. */
export async function listQueues(account: Account): Promise<readonly NamedRef[]> {
  const groups = await account.groups.refresh();
  return [...(groups ?? [])].map(([id, name]) => ({ id, name }));
}
