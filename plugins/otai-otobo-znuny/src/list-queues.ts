import type { NamedRef } from "@otai/plugin-api/ticket";
import type { Account } from "./account.ts";
import { queueRef } from "./map-ticket.ts";

/** Those of the configuration and those seen on tickets; the stock operations list none. */
export async function listQueues(account: Account): Promise<readonly NamedRef[]> {
  const { queues } = await account.seen.refresh();
  return [...queues].sort((left, right) => left.localeCompare(right)).map(queueRef);
}
