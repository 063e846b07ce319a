import type { SentimentAlert, SentimentTransaction } from "../ports/sentiment.ts";
import type { Ids } from "../ports/surroundings.ts";
import { type AlertAudience, tellResolved } from "./tell-of-alert.ts";

/** Who resolved an alert when it was nobody. */
export const byItself = "otai";

export interface CalmMessage {
  readonly customerId: string;
  readonly ticketId: string | null;
  readonly writtenAt: number;
  /** Messages in a row that settle an alert; 0 for never. */
  readonly calmAfter: number;
  readonly audiences: readonly AlertAudience[];
  readonly now: number;
  readonly ids: Ids;
}

/** A message that gives no cause for an alert speaks for the customer: enough of them in a row resolve the open one (D04). */
export async function calmDown(tx: SentimentTransaction, message: CalmMessage): Promise<void> {
  const { customerId, ticketId, writtenAt, calmAfter, audiences, now, ids } = message;
  if (calmAfter === 0 || ticketId === null) return;
  const alert = await tx.sentimentAlerts.findLatest(customerId, ticketId);
  // What was written before the complaint does not take it back, however late it comes.
  if (alert === null || alert.status === "resolved" || writtenAt <= alert.writtenAt) return;
  const calmMessages = alert.calmMessages + 1;
  if (calmMessages < calmAfter) return tx.sentimentAlerts.put({ ...alert, calmMessages });
  const reason = calmMessages === 1 ? "a calm message" : `${calmMessages} calm messages in a row`;
  const resolved: SentimentAlert = {
    ...alert,
    calmMessages,
    status: "resolved",
    resolvedAt: now,
    resolvedBy: byItself,
    resolveReason: reason,
  };
  await tx.sentimentAlerts.put(resolved);
  await tellResolved({ deliveries: tx.alertDeliveries, audiences }, resolved);
  await tx.audit.add({
    id: ids.next("au"),
    at: now,
    actor: byItself,
    action: "sentiment-alert-resolve",
    subject: alert.id,
    details: { customer_id: customerId, ticket_id: ticketId, severity: alert.severity, reason },
  });
}
