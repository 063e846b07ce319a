import type { Alert } from "@otai/service-api/sentiment-alerts";

export type AlertMessageType = "alert.raised" | "alert.resolved" | "alert.test";

/** What one receiver is told of one alert. */
export interface AlertMessage {
  /** The same at every attempt. */
  readonly id: string;
  readonly type: AlertMessageType;
  /** When there was something to tell. */
  readonly at: number;
  readonly alert: Alert;
}

const longestLine = 500;

/** For people, without a line break: a subject, or the first line of a chat message. */
export function headline({ type, alert }: AlertMessage): string {
  const { severity, ticket_id, ticket_system, customer_id } = alert;
  const about =
    ticket_id === null
      ? `customer ${customer_id}`
      : `ticket ${ticket_id}${ticket_system === null ? "" : ` (${ticket_system})`}`;
  const prefix = type === "alert.test" ? "Test: " : "";
  return oneLine(`${prefix}${severity} escalation risk: ${about}`);
}

/** What is known, line by line. */
export function details({ alert }: AlertMessage): string[] {
  const { id, reason, customer_id, ticket_id, ticket_system, created_at, count } = alert;
  return [
    reason,
    `Customer: ${customer_id}`,
    ...(ticket_id === null ? [] : [`Ticket: ${ticket_id}${ticket_system === null ? "" : ` in ${ticket_system}`}`]),
    `Alert: ${id}, raised at ${created_at}${count > 1 ? `, ${count} messages` : ""}`,
  ].map(oneLine);
}

/** Ids and phrases come from outside: no control character of theirs reaches a header or begins a line (S05). */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, " ")
    .trim()
    .slice(0, longestLine);
}
