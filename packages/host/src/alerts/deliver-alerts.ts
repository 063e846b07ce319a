import { setTimeout as sleep } from "node:timers/promises";
import type { Clock, Ids } from "@otai/core/ports/surroundings";
import type { Log } from "@otai/plugin-api/plugin";
import type { AlertDeliveries } from "@otai/services/ports/alert-deliveries";
import type { OtaiStore } from "@otai/store/store-transaction";
import type { AlertChannel } from "./channel.ts";
import { sendDue } from "./send-due.ts";

export interface DeliverOptions {
  readonly channels: readonly AlertChannel[];
  readonly store: OtaiStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Between two looks; a second. */
  readonly lookMs?: number;
}

/** Tells everybody who is to hear of alerts what is news, for as long as the process lives. A receiver that is given up stands in the audit. */
export async function deliverAlerts(options: DeliverOptions): Promise<void> {
  const { channels, store, clock, log, signal, lookMs = 1_000 } = options;
  if (channels.length === 0) return;
  await Promise.all(channels.map((channel) => tryAgain(channel, options)));
  while (!signal.aborted) {
    const keys = channels.map(({ key }) => key);
    let delivered = 0;
    try {
      const ready = await store.read((tx) => readyKeys(tx.alertDeliveries, keys, clock.now()));
      const reports = await Promise.all(
        channels.filter(({ key }) => ready.has(key)).map((channel) => sendTo(channel, options)),
      );
      delivered = reports.reduce((sum, report) => sum + report, 0);
    } catch (error) {
      if (signal.aborted) break;
      log.warn({ reason: (error as Error).message }, "alerts could not be delivered");
    }
    if (delivered === 0) await sleep(lookMs, undefined, { signal }).catch(() => {});
  }
}

/** Receivers with something due that are neither resting nor given up. */
async function readyKeys(deliveries: AlertDeliveries, keys: readonly string[], now: number): Promise<Set<string>> {
  const ready = new Set<string>();
  for (const key of await deliveries.listDue(keys)) {
    const { disabled, restUntil } = await deliveries.getReceiver(key);
    if (disabled === null && restUntil <= now) ready.add(key);
  }
  return ready;
}

/** An administrator who mended a receiver that was given up starts OTAI anew. */
async function tryAgain({ key }: AlertChannel, { store }: DeliverOptions): Promise<void> {
  const { disabled } = await store.read((tx) => tx.alertDeliveries.getReceiver(key));
  if (disabled === null) return;
  const fresh = { failingSince: null, restUntil: 0, disabled: null };
  await store.write((tx) => tx.alertDeliveries.changeReceiver(key, () => fresh));
}

/** @returns how many messages were taken. */
async function sendTo(channel: AlertChannel, options: DeliverOptions): Promise<number> {
  const { store, clock, ids, log } = options;
  const { delivered, disabled } = await sendDue(channel, options);
  if (disabled !== null) {
    const { label } = channel;
    log.error({ receiver: label, reason: disabled }, "alerts are no longer sent to the receiver");
    await store.write((tx) =>
      tx.audit.add({
        id: ids.next("au"),
        at: clock.now(),
        actor: "otai",
        action: "alert-receiver-disabled",
        subject: label,
        details: { reason: disabled },
      }),
    );
  }
  return delivered;
}
