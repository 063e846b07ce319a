import { setTimeout as sleep } from "node:timers/promises";
import type { Store } from "@otai/core/ports/store";
import type { Clock, Ids } from "@otai/core/ports/surroundings";
import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import type { Log } from "@otai/plugin-api/plugin";

export interface EmptyOutboxOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** How often it is looked for what a write has queued meanwhile. */
const lookMs = 500;

/** Sends what a connection's writes have queued, for as long as the process lives. A receiver that is given up stands in the audit. */
export async function emptyOutbox(connected: ConnectedSystem, options: EmptyOutboxOptions): Promise<void> {
  const { store, clock, ids, log, signal } = options;
  const { outbox } = connected.system;
  if (outbox === undefined) return;
  const connection = connected.name;
  while (!signal.aborted) {
    try {
      const { delivered, failed, nextDueAt, disabled } = await outbox.sendDue();
      if (failed > 0) log.warn({ connection, delivered, failed, nextDueAt }, "results were not taken by the receiver");
      if (disabled !== null) {
        log.error({ connection, reason: disabled }, "results are no longer sent to the receiver");
        await store.write((tx) =>
          tx.audit.add({
            id: ids.next("au"),
            at: clock.now(),
            actor: "otai",
            action: "callback-disabled",
            subject: connection,
            details: { reason: disabled },
          }),
        );
      }
      if (delivered > 0 && nextDueAt !== null && nextDueAt <= clock.now()) continue;
    } catch (error) {
      if (signal.aborted) break;
      log.warn({ connection, reason: (error as Error).message }, "results could not be sent");
    }
    await sleep(lookMs, undefined, { signal }).catch(() => {});
  }
}
