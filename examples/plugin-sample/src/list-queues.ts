import type { NamedRef } from "@otai/plugin-api/ticket";
import type { PlainDeskClient } from "./client.ts";
import { queueList } from "./schema.ts";

export async function listQueues(client: PlainDeskClient): Promise<readonly NamedRef[]> {
  return (await client.call(queueList, { method: "GET", path: "/queues", repeatable: true })).queues;
}
