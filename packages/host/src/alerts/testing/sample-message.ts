import type { Alert } from "@otai/service-api/sentiment-alerts";
import type { AlertMessage } from "../alert-message.ts";

export const sampledAt = Date.UTC(2026, 10, 3, 9);

export function sampleMessage(change: Partial<Alert> = {}): AlertMessage {
  return {
    id: "al-5-medium",
    type: "alert.raised",
    at: sampledAt,
    alert: {
      id: "al-5",
      customer_id: "80014400482",
      severity: "medium",
      reason: "Escalation risk 0.65; triggers: cancel, unacceptable",
      created_at: "2026-11-03T09:00:00+00:00",
      ticket_id: "123",
      ticket_system: "desk",
      risk: 0.65,
      status: "open",
      count: 1,
      last_seen_at: "2026-11-03T09:00:00+00:00",
      acknowledged_by: null,
      resolved_at: null,
      resolved_by: null,
      resolve_reason: null,
      ...change,
    },
  };
}
