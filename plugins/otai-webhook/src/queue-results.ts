import type { DocumentChange } from "@otai/plugin-api/documents";
import type { Instant } from "@otai/plugin-api/ticket";
import type { WebhookAccount } from "./account.ts";
import { type Result, type ResultMessage, resultMessage } from "./result-message.ts";

/** A result on its way to the receiver. */
export interface QueuedResult extends ResultMessage {
  readonly attempts: number;
}

export const outboxPrefix = "outbox/";

/** Keys in the order in which they fall due. */
export function outboxKey(dueAt: Instant, id: string): string {
  return `${outboxPrefix}${String(Math.max(0, dueAt)).padStart(15, "0")}/${id}`;
}

export function dueAtOf(key: string): Instant {
  return Number(key.slice(outboxPrefix.length, outboxPrefix.length + 15));
}

/**
 * The results of one write, as documents to be made by the commit that stores the write itself; none where nobody is to be told.
 * @param cause tells these results from equal ones at another time
 */
export function queueResults(
  { params }: Pick<WebhookAccount, "params">,
  at: Instant,
  cause: string,
  results: readonly Result[],
): readonly DocumentChange[] {
  if (params.callback_url === undefined) return [];
  return results.map(([type, data]) => {
    const queued: QueuedResult = { ...resultMessage(type, at, cause, data), attempts: 0 };
    return { key: outboxKey(at, queued.id), change: () => queued };
  });
}
