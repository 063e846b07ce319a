import type { Clock, Ids } from "@otai/core/ports/surroundings";
import type { Reception } from "@otai/plugin-kit/reception";
import type { Alert } from "@otai/service-api/sentiment-alerts";
import type { AlertChannel } from "./channel.ts";

export interface TestResult {
  /** Of the receiver. */
  readonly label: string;
  readonly reception: Reception;
}

/** Sends each receiver one message that says that it is a test. It is about nobody, and nothing is kept of it. */
export async function sendTest(
  channels: readonly AlertChannel[],
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
): Promise<TestResult[]> {
  const at = clock.now();
  const message = { id: ids.next("test"), type: "alert.test", at, alert: sampleAlert(at) } as const;
  return Promise.all(
    channels.map(async (channel) => ({ label: channel.label, reception: await channel.tell(message, at) })),
  );
}

function sampleAlert(at: number): Alert {
  const now = new Date(at).toISOString();
  return {
    id: "al-test",
    customer_id: "example-customer",
    severity: "medium",
    reason: "A test: there is no such customer and no such ticket",
    created_at: now,
    ticket_id: "0",
    ticket_system: null,
    risk: 0.5,
    status: "open",
    count: 1,
    last_seen_at: now,
    acknowledged_by: null,
    resolved_at: null,
    resolved_by: null,
    resolve_reason: null,
  };
}
