import type { NamedRef } from "@otai/plugin-api/ticket";
import type { PlainDeskClient } from "./client.ts";
import { queueList } from "./schema.ts";

export async function listQueues(client: PlainDeskClient): Promise<readonly NamedRef[]> {
  // Replace: what waits in your helpdesk: groups, teams, queues.
  return (await client.call(queueList, { method: "GET", path: "/queues", repeatable: true })).queues;
}
