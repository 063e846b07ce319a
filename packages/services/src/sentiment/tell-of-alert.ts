import type { Severity } from "@otai/service-api/sentiment-alerts";
import type { AlertDeliveries } from "../ports/alert-deliveries.ts";
import type { SentimentAlert } from "../ports/sentiment.ts";
import { isAtLeast } from "./severity.ts";

/** Somebody who is told of alerts, by a way of his own. */
export interface AlertAudience {
  /** Key of the receiver. */
  readonly target: string;
  readonly minSeverity: Severity;
  /** Only of tickets of these connections; `null` of all. */
  readonly connections: readonly string[] | null;
  readonly hearsOfResolved: boolean;
}

/** Where news of alerts is queued, in the unit of work that makes them. */
export interface Announcement {
  readonly deliveries: AlertDeliveries;
  readonly audiences: readonly AlertAudience[];
}

/** An alert is told once at each severity: a repeat has the id of what was told before, and is no news. */
export async function tellRaised({ deliveries, audiences }: Announcement, alert: SentimentAlert): Promise<void> {
  for (const { target, minSeverity, connections } of audiences) {
    if (!isAtLeast(alert.severity, minSeverity)) continue;
    if (connections !== null && (alert.connection === null || !connections.includes(alert.connection))) continue;
    await deliveries.add({ messageId: `${alert.id}-${alert.severity}`, target, alertId: alert.id, news: "raised" });
  }
}

/** Those who were told of the alert hear that it is settled. */
export async function tellResolved({ deliveries, audiences }: Announcement, { id }: SentimentAlert): Promise<void> {
  for (const { target, hearsOfResolved } of audiences) {
    if (!hearsOfResolved || !(await deliveries.isKnown(id, target))) continue;
    await deliveries.add({ messageId: `${id}-resolved`, target, alertId: id, news: "resolved" });
  }
}
