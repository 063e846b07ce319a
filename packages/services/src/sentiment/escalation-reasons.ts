import type { EscalationReason } from "@otai/service-api/sentiment-escalations";
import type { EscalationFacts } from "./escalation-facts.ts";

const hourMs = 3_600_000;
const aRow = 2;
const manyHands = 2;

/** Reasons that are true in the data: each states one stored fact. What is not known gives none. */
export function reasonsFor(facts: EscalationFacts, now: number): EscalationReason[] {
  const { alert, newest, risk, alerts, negativesInARow, trend, ticket } = facts;
  const reasons: EscalationReason[] = [];
  const ofAlert = alert !== null && alert.risk >= (newest?.answer.escalation_risk ?? 0);
  reasons.push({
    fact: "escalation_risk",
    value: risk,
    text: ofAlert ? alert.reason : `Escalation risk ${risk.toFixed(2)} in the newest message`,
  });
  if (alerts > 0) {
    const text = alerts === 1 ? "1 alert about this customer" : `${alerts} alerts about this customer`;
    reasons.push({ fact: "alerts", value: alerts, text });
  }
  if (negativesInARow >= aRow) {
    const text = `${negativesInARow} negative messages in a row`;
    reasons.push({ fact: "negatives_in_a_row", value: negativesInARow, text });
  }
  if (trend === "declining") reasons.push({ fact: "trend", value: trend, text: "The tone is declining" });
  const hours = ticket?.waitingSince == null ? 0 : Math.floor((now - ticket.waitingSince) / hourMs);
  if (hours >= 1) {
    const text = `Waiting for an answer for ${hours} hour${hours === 1 ? "" : "s"}`;
    reasons.push({ fact: "waiting_hours", value: hours, text });
  }
  if (ticket !== null && ticket.agents >= manyHands) {
    reasons.push({ fact: "agents", value: ticket.agents, text: `${ticket.agents} agents have answered so far` });
  }
  return reasons;
}
