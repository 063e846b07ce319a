import type { Clock } from "@otai/core/ports/surroundings";
import type { Log } from "@otai/plugin-api/plugin";
import { judgeReceiver } from "@otai/plugin-kit/receiver-health";
import type { Reception } from "@otai/plugin-kit/reception";
import { pauseAfter } from "@otai/plugin-kit/retry-schedule";
import type { AlertDelivery, AlertDeliveryOutcome, AlertReceiver } from "@otai/services/ports/alert-deliveries";
import type { SentimentAlert } from "@otai/services/ports/sentiment";
import { toWire } from "@otai/services/sentiment/alerts";
import type { OtaiStore } from "@otai/store/store-transaction";
import type { AlertChannel } from "./channel.ts";

/** Sent side by side; the time limit of one is that of all. */
const atOnce = 8;
/** Older news are nobody's any more, also when the receiver was not even tried. */
const giveUpAfterMs = 4 * 24 * 60 * 60_000;
/** Whoever dies while sending is replaced after it; longer than a message may take. */
const leaseMs = 120_000;

export interface SendOptions {
  readonly store: OtaiStore;
  readonly clock: Clock;
  readonly log: Log;
}

export interface SendReport {
  readonly delivered: number;
  /** Why nothing more is sent to the receiver, when that was decided just now. */
  readonly disabled: string | null;
}

interface Claimed {
  readonly delivery: AlertDelivery;
  readonly alert: SentimentAlert;
}

/** Sends one receiver what is due, each message by one worker. What comes of it is stored before it returns. */
export async function sendDue(channel: AlertChannel, options: SendOptions): Promise<SendReport> {
  const { store, clock, log } = options;
  const claimed = await claim(channel, options);
  const sent = await Promise.all(
    claimed.map(async ({ delivery, alert }) => {
      const type = delivery.news === "raised" ? "alert.raised" : "alert.resolved";
      const message = { id: delivery.messageId, type, at: delivery.queuedAt, alert: toWire(alert) } as const;
      return { delivery, reception: await channel.tell(message, clock.now()) };
    }),
  );
  if (sent.length === 0) return { delivered: 0, disabled: null };
  let before: AlertReceiver | null = null;
  const after = await store.write(async (tx) => {
    for (const { delivery, reception } of sent)
      await tx.alertDeliveries.settle(delivery, outcomeOf(delivery, reception));
    return tx.alertDeliveries.changeReceiver(channel.key, (known) => {
      before = known;
      const receptions = sent.map(({ reception }) => reception);
      return judgeReceiver(known, receptions, clock.now());
    });
  });
  for (const { delivery, reception } of sent) tellLog(log, channel, delivery, reception);
  const wasDisabled = (before as AlertReceiver | null)?.disabled ?? null;
  return {
    delivered: sent.filter(({ reception }) => reception.state === "taken").length,
    disabled: wasDisabled === null ? after.disabled : null,
  };
}

/** What is due and still worth telling. */
async function claim({ key }: AlertChannel, { store, clock }: SendOptions): Promise<Claimed[]> {
  return store.write(async (tx) => {
    const { disabled, restUntil } = await tx.alertDeliveries.getReceiver(key);
    if (disabled !== null || restUntil > clock.now()) return [];
    const claimed: Claimed[] = [];
    for (const delivery of await tx.alertDeliveries.claim(key, atOnce, leaseMs)) {
      const alert = await tx.sentimentAlerts.get(delivery.alertId);
      if (alert === null) continue;
      const reason = whyStale(delivery, alert, clock.now());
      if (reason === null) claimed.push({ delivery, alert });
      else await tx.alertDeliveries.settle(delivery, { state: "dropped", reason });
    }
    return claimed;
  });
}

/** A receiver that was away is not told what nobody can act on any more. */
function whyStale(
  { news, messageId, queuedAt }: AlertDelivery,
  { id, status, severity }: SentimentAlert,
  now: number,
): string | null {
  if (now - queuedAt > giveUpAfterMs) return "the receiver was away for too long";
  if (news !== "raised") return null;
  if (status === "resolved") return "the alert was resolved before it could be told";
  return messageId === `${id}-${severity}` ? null : "the alert became more severe, and that is told instead";
}

function outcomeOf(delivery: AlertDelivery, reception: Reception): AlertDeliveryOutcome {
  if (reception.state === "taken") return { state: "delivered" };
  const { reason } = reception;
  const pause = pauseAfter(delivery.messageId, delivery.attempts);
  if (pause === null) return { state: "given-up", reason };
  const asked = reception.state === "failed" ? (reception.restMs ?? 0) : 0;
  return { state: "open", reason, delayMs: Math.max(pause, asked) };
}

function tellLog(log: Log, { label }: AlertChannel, delivery: AlertDelivery, reception: Reception): void {
  const facts = { receiver: label, message: delivery.messageId, attempts: delivery.attempts };
  if (reception.state === "taken") {
    const { warning } = reception;
    if (warning === undefined) log.debug(facts, "an alert was told");
    else log.warn({ ...facts, reason: warning }, "an alert did not reach everybody");
  } else if (pauseAfter(delivery.messageId, delivery.attempts) === null) {
    log.error({ ...facts, reason: reception.reason }, "an alert was given up after three days of trying");
  } else {
    log.warn({ ...facts, reason: reception.reason }, "an alert was not taken by its receiver");
  }
}
