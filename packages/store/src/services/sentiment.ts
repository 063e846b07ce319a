import type { SentimentRepositories } from "@otai/services/ports/sentiment";
import type { Handle } from "../engine.ts";
import { createSentimentAlerts } from "./sentiment-alerts.ts";
import { createAlertDeliveries } from "./sentiment-deliveries.ts";
import { createSentimentPoints } from "./sentiment-points.ts";
import { createSentimentTickets } from "./sentiment-tickets.ts";

/** `locks`: several writers at once. */
export function createSentiment(db: Handle, locks: boolean, now: () => Promise<number>): SentimentRepositories {
  return {
    sentimentPoints: createSentimentPoints(db, now),
    sentimentAlerts: createSentimentAlerts(db),
    alertDeliveries: createAlertDeliveries(db, locks, now),
    sentimentTickets: createSentimentTickets(db),
  };
}
