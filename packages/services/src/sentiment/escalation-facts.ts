import type { Trend } from "@otai/service-api/sentiment";
import type { SeenTicket, SentimentAlert, SentimentPoint, SentimentRepositories } from "../ports/sentiment.ts";
import { negativesInARow } from "./negatives-in-a-row.ts";
import { trendMs, trendOf, trendPoints } from "./trend.ts";

/** A customer and the ticket that the matter is about. */
export interface Subject {
  readonly customerId: string;
  readonly ticketId: string | null;
  /** The one that is not resolved. */
  readonly alert: SentimentAlert | null;
}

/** What is stored about it, and nothing else. */
export interface EscalationFacts extends Subject {
  readonly connection: string | null;
  readonly risk: number;
  /** The customer's newest message about the ticket. */
  readonly newest: SentimentPoint | null;
  /** The customer's newest messages, about whatever ticket. */
  readonly negativesInARow: number;
  readonly trend: Trend;
  /** Alerts about the customer, resolved ones too. */
  readonly alerts: number;
  /** As it was seen last; `null` when nobody looked. */
  readonly ticket: SeenTicket | null;
}

const mostPoints = 50;
const mostAlerts = 100;

export function subjectKey({ customerId, ticketId }: Pick<Subject, "customerId" | "ticketId">): string {
  return JSON.stringify([customerId, ticketId]);
}

export async function gatherFacts(tx: SentimentRepositories, subject: Subject, now: number): Promise<EscalationFacts> {
  const { customerId, ticketId, alert } = subject;
  const points = await tx.sentimentPoints.listWhole(customerId, now - trendMs, mostPoints);
  const newest = points.find((point) => point.ticketId === ticketId) ?? null;
  const connection = alert?.connection ?? newest?.connection ?? null;
  const filter = { customerId, severity: null, statuses: null };
  return {
    ...subject,
    connection,
    risk: Math.max(alert?.risk ?? 0, newest?.answer.escalation_risk ?? 0),
    newest,
    negativesInARow: negativesInARow(points),
    trend: trendOf(
      points
        .slice(0, trendPoints)
        .map(({ score }) => score)
        .reverse(),
    ),
    alerts: (await tx.sentimentAlerts.list(filter, mostAlerts, 0)).length,
    ticket: connection === null || ticketId === null ? null : await tx.sentimentTickets.get(connection, ticketId),
  };
}
