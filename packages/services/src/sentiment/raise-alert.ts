import type { Severity } from "@otai/service-api/sentiment-alerts";
import type { SentimentAlert, SentimentAlerts } from "../ports/sentiment.ts";
import type { Judgement } from "./judge.ts";

const medium = 0.5;
const high = 0.75;
/** After an alert was resolved its customer and ticket stay quiet so long. */
const coolDownMs = 24 * 3_600_000;
const severities: readonly Severity[] = ["low", "medium", "high"];
const aRow = 2;

/** `low` is for what the administrator asked for: a lower line, or words of the own list. */
export function severityOf({ escalation_risk: risk, watched }: Judgement, alertAt: number): Severity | null {
  if (risk >= alertAt) return risk >= high ? "high" : risk >= medium ? "medium" : "low";
  return watched.length > 0 ? "low" : null;
}

export interface AlertCause {
  readonly customerId: string;
  readonly ticketId: string | null;
  readonly judgement: Judgement;
  readonly alertAt: number;
  readonly now: number;
  /** Messages in a row, this one included, that were negative. */
  readonly negativesInARow: number;
  readonly nextId: () => string;
}

/** Raises an alert or repeats the open one; one per customer and ticket. @returns its id, or `null` without a cause. */
export async function raiseAlert(alerts: SentimentAlerts, cause: AlertCause): Promise<string | null> {
  const { customerId, ticketId, judgement, now } = cause;
  const severity = severityOf(judgement, cause.alertAt);
  if (severity === null) return null;
  const latest = await alerts.findLatest(customerId, ticketId);
  if (latest !== null && latest.status !== "resolved") {
    await alerts.put(repeated(latest, cause, severity));
    return latest.id;
  }
  if (latest?.resolvedAt != null && now - latest.resolvedAt < coolDownMs) return null;
  const id = cause.nextId();
  await alerts.put({
    id,
    customerId,
    ticketId,
    severity,
    reason: reasonOf(cause),
    risk: judgement.escalation_risk,
    status: "open",
    count: 1,
    createdAt: now,
    lastSeenAt: now,
    acknowledgedBy: null,
    resolvedAt: null,
    resolvedBy: null,
  });
  return id;
}

/** The reason is that of the riskiest message. */
function repeated(alert: SentimentAlert, cause: AlertCause, severity: Severity): SentimentAlert {
  const risk = cause.judgement.escalation_risk;
  const worse = risk > alert.risk;
  const rank = Math.max(severities.indexOf(alert.severity), severities.indexOf(severity));
  return {
    ...alert,
    severity: severities[rank]!,
    reason: worse ? reasonOf(cause) : alert.reason,
    risk: Math.max(risk, alert.risk),
    count: alert.count + 1,
    lastSeenAt: cause.now,
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
