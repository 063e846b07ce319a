import type { NamedRef } from "@otai/plugin-api/ticket";
import type { WebhookAccount } from "./account.ts";
import { type KnownQueue, queuesKey } from "./remembered.ts";

/** The configured queues, then those that payloads named. */
export async function listQueues({ params, documents }: WebhookAccount): Promise<readonly NamedRef[]> {
  const seen = ((await documents().get(queuesKey)) ?? []) as readonly KnownQueue[];
  const configured = new Set(params.queues.map(({ name }) => name));
  const learned = seen.filter(({ name }) => !configured.has(name));
  return [...params.queues, ...learned.map(({ id, name }) => ({ id: id ?? name, name }))];
}
