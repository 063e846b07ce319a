import { round } from "@otai/service-api/fields";
import type { AnalyzeRequest, Sentiment } from "@otai/service-api/sentiment";
import type { SentimentScore, SentimentTransaction } from "../ports/sentiment.ts";
import type { Ids } from "../ports/surroundings.ts";
import { calmDown } from "./calm-down.ts";
import type { Judgement } from "./judge.ts";
import { labelOf } from "./label.ts";
import { negativesInARow } from "./negatives-in-a-row.ts";
import { raiseAlert } from "./raise-alert.ts";
import { severityOf } from "./severity.ts";
import type { AlertAudience } from "./tell-of-alert.ts";
import { trendMs, trendOf, trendPoints } from "./trend.ts";

/** When alerts come and go, and who hears of it. */
export interface AlertRules {
  /** Escalation risk from which an alert is raised. */
  readonly alertAt: number;
  /** Calm messages in a row that resolve an alert; 0 for never. */
  readonly calmAfter: number;
  readonly audiences: readonly AlertAudience[];
}

export interface MessageToRecord {
  readonly request: AnalyzeRequest;
  readonly judgement: Judgement;
  readonly now: number;
  readonly latencyMs: number;
  readonly ids: Ids;
  readonly rules: AlertRules;
  /** History that is imported late alarms nobody. */
  readonly mayAlert: boolean;
}

/** Adds the message to its customer's timeline, once, and raises what it gives cause for. @returns the answer. */
export async function recordMessage(tx: SentimentTransaction, message: MessageToRecord): Promise<Sentiment> {
  const { request, judgement, now, ids } = message;
  const { customer_id: customerId, message_id: messageId, ticket_id: ticketId, connection } = request;
  const { alertAt, calmAfter, audiences } = message.rules;
  await tx.sentimentPoints.lockCustomer(customerId);
  const first = messageId === null ? null : await tx.sentimentPoints.findByMessage(customerId, messageId);
  if (first !== null) return first.answer;
  const at = request.occurred_at === undefined ? now : Date.parse(request.occurred_at);
  const { watched, skipped, ...wire } = judgement;
  const counts = skipped === null;
  const point: SentimentScore = {
    at,
    score: wire.score,
    label: labelOf(wire.score),
    source: request.channel ?? "api",
  };
  const since = now - trendMs;
  const before = await tx.sentimentPoints.list(customerId, { until: at, limit: trendPoints });
  // Mostly a message is the newest one: then one look serves both.
  const recent =
    at === now
      ? before.filter((earlier) => earlier.at >= since)
      : await tx.sentimentPoints.list(customerId, { since, limit: trendPoints });
  const severity = message.mayAlert ? severityOf(judgement, alertAt) : null;
  const subject = { customerId, ticketId, connection, writtenAt: at, audiences, now };
  const alertId =
    severity === null
      ? null
      : await raiseAlert(tx, {
          ...subject,
          judgement,
          severity,
          negativesInARow: negativesInARow(counts ? [point, ...before] : before),
          nextId: () => ids.next("al"),
        });
  // What is no message of his own, or was skipped, calms nobody.
  if (message.mayAlert && counts && severity === null) await calmDown(tx, { ...subject, calmAfter, ids });
  const answer: Sentiment = {
    ...wire,
    label: point.label,
    trend: trendOf(inTime(counts && at >= since ? [...recent, point] : recent)),
    previous_score: before[0]?.score ?? null,
    alert_id: alertId,
    skipped,
    latency_ms: round(message.latencyMs, 1),
  };
  if (counts || messageId !== null)
    await tx.sentimentPoints.add({
      id: ids.next("sp"),
      customerId,
      messageId,
      ticketId,
      connection,
      ...point,
      counts,
      answer,
    });
  return answer;
}

function inTime(points: readonly SentimentScore[]): number[] {
  return [...points].sort((a, b) => a.at - b.at).map(({ score }) => score);
}
