import type { Severity } from "@otai/service-api/sentiment-alerts";
import type { SentimentAlert, SentimentRepositories } from "../ports/sentiment.ts";
import { byItself } from "./calm-down.ts";
import type { Judgement } from "./judge.ts";
import { isAtLeast } from "./severity.ts";
import { type AlertAudience, tellRaised } from "./tell-of-alert.ts";

/** After an alert was resolved its customer and ticket stay quiet so long. */
const coolDownMs = 24 * 3_600_000;
const aRow = 2;

export interface AlertCause {
  readonly customerId: string;
  readonly ticketId: string | null;
  readonly connection: string | null;
  readonly judgement: Judgement;
  readonly severity: Severity;
  readonly writtenAt: number;
  readonly audiences: readonly AlertAudience[];
  readonly now: number;
  /** Messages in a row, this one included, that were negative. */
  readonly negativesInARow: number;
  readonly nextId: () => string;
}

/**
 * Raises an alert or repeats the open one, one per customer and ticket, and queues what is news in it.
 * @returns its id, or `null` while its customer and ticket stay quiet.
 */
export async function raiseAlert(tx: SentimentRepositories, cause: AlertCause): Promise<string | null> {
  const { customerId, ticketId, connection, judgement, severity, writtenAt, audiences, now } = cause;
  const news = { deliveries: tx.alertDeliveries, audiences };
  const latest = await tx.sentimentAlerts.findLatest(customerId, ticketId);
  if (latest !== null && latest.status !== "resolved") {
    const alert = repeated(latest, cause);
    await tx.sentimentAlerts.put(alert);
    await tellRaised(news, alert);
    return latest.id;
  }
  if (latest !== null && isQuiet(latest, now)) return null;
  const alert: SentimentAlert = {
    id: cause.nextId(),
    customerId,
    ticketId,
    connection,
    severity,
    reason: reasonOf(cause),
    risk: judgement.escalation_risk,
    status: "open",
    count: 1,
    createdAt: now,
    lastSeenAt: now,
    writtenAt,
    calmMessages: 0,
    acknowledgedBy: null,
    resolvedAt: null,
    resolvedBy: null,
    resolveReason: null,
  };
  await tx.sentimentAlerts.put(alert);
  await tellRaised(news, alert);
  return alert.id;
}

/** Somebody has just taken care of it; an alert that resolved itself promises nothing. */
function isQuiet({ resolvedAt, resolvedBy }: SentimentAlert, now: number): boolean {
  return resolvedAt !== null && resolvedBy !== byItself && now - resolvedAt < coolDownMs;
}

/** The reason is that of the riskiest message. */
function repeated(alert: SentimentAlert, cause: AlertCause): SentimentAlert {
  const risk = cause.judgement.escalation_risk;
  const worse = risk > alert.risk;
  return {
    ...alert,
    connection: alert.connection ?? cause.connection,
    severity: isAtLeast(alert.severity, cause.severity) ? alert.severity : cause.severity,
    reason: worse ? reasonOf(cause) : alert.reason,
    risk: Math.max(risk, alert.risk),
    count: alert.count + 1,
    lastSeenAt: cause.now,
    writtenAt: Math.max(alert.writtenAt, cause.writtenAt),
    calmMessages: 0,
  };
}

function reasonOf({ judgement, negativesInARow }: AlertCause): string {
  const { triggers, watched, escalation_risk: risk } = judgement;
  const parts = [`Escalation risk ${risk.toFixed(2)}`];
  if (triggers.length > 0) parts.push(`triggers: ${inOrder(triggers)}`);
  if (watched.length > 0) parts.push(`watch words: ${inOrder(watched)}`);
  if (negativesInARow >= aRow) parts.push(`${negativesInARow} negative messages in a row`);
  return parts.join("; ");
}

function inOrder(phrases: readonly string[]): string {
  return phrases
    .map((phrase) => phrase.toLowerCase().replace(/\s+/g, " "))
    .sort()
    .join(", ");
}
