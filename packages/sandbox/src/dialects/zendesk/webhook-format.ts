import type { Desk } from "../../desk/desk.ts";
import type { WebhookAttempt, WebhookFormat } from "../dialect.ts";
import { instant } from "./instants.ts";
import { signWebhook } from "./sign-webhook.ts";
import type { TicketJson } from "./ticket-json.ts";
import { ACCOUNT_ID, eventBody, triggerBody } from "./webhook-body.ts";

const WEBHOOK_ID = "01GYHNQZ6WSANDB0X000000000";
/** A webhook is either called by triggers, one address per kind of event, or subscribed to events; never both. */
const TRIGGER_ADDRESS = /\{event\}|\/(ticket-created|ticket-updated|ticket-resolved|customer-replied)\/?$/;

/** Third parties report few retries and a time limit of 10 to 12 seconds; the pauses are not documented. */
const RETRY_DELAYS = [5_000, 15_000, 45_000];
const TIMEOUT_MS = 10_000;

export function createWebhookFormat(desk: Desk, json: TicketJson): WebhookFormat {
  return {
    request: (attempt) => {
      const body = JSON.stringify(bodyOf(desk, json, attempt));
      return { headers: headersOf(attempt, body), body };
    },
    retryDelays: RETRY_DELAYS,
    retryOn: (status) => status === null || status === 409 || status === 429 || status === 503,
    timeoutMs: TIMEOUT_MS,
  };
}

function bodyOf(desk: Desk, json: TicketJson, { event, subscription, deliveryId }: WebhookAttempt): unknown {
  const ticket = desk.ticket(event.ticketId);
  if (ticket !== undefined && TRIGGER_ADDRESS.test(subscription.url)) return triggerBody(ticket, event);
  return eventBody(desk, json, event, deliveryId);
}

/** The invocation id stays the same on a retry, timestamp and signature are those of the attempt. */
function headersOf({ subscription, deliveryId, at }: WebhookAttempt, body: string): Record<string, string> {
  const timestamp = instant(at);
  return {
    "content-type": "application/json",
    "user-agent": "Zendesk Webhook",
    "x-zendesk-account-id": String(ACCOUNT_ID),
    "x-zendesk-webhook-id": WEBHOOK_ID,
    "x-zendesk-webhook-invocation-id": deliveryId,
    ...(subscription.secret === null
      ? {}
      : {
          "x-zendesk-webhook-signature": signWebhook(subscription.secret, timestamp, body),
          "x-zendesk-webhook-signature-timestamp": timestamp,
        }),
  };
}
