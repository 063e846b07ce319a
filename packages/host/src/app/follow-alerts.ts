import { setTimeout as sleep } from "node:timers/promises";
import { acceptResolvedAlert } from "@otai/core/ingest/accept-resolved-alert";
import type { Store } from "@otai/core/ports/store";
import type { Clock } from "@otai/core/ports/surroundings";
import type { Log } from "@otai/plugin-api/plugin";
import type { TicketAlerts } from "../services/remote-alerts.ts";

export interface FollowAlertsOptions {
  readonly alerts: Pick<TicketAlerts, "resolvedSince">;
  /** Between two looks. */
  readonly lookMs: number;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

const page = 500;
/** A worker that was away so long finds what was resolved meanwhile; telling it twice adds nothing. */
const awayMs = 7 * 24 * 60 * 60_000;
/** Clocks of the machines that resolve, and commits that come late. */
const overlapMs = 60_000;

/** Tells the lanes of tickets whose alerts were resolved, in whichever process, for as long as this one lives. */
export async function followAlerts({ alerts, lookMs, store, clock, log, signal }: FollowAlertsOptions): Promise<void> {
  let from = clock.now() - awayMs;
  let told = new Set<string>();
  while (!signal.aborted) {
    let more = false;
    try {
      const resolved = await alerts.resolvedSince(from, page);
      for (const alert of resolved) if (!told.has(alert.id)) await acceptResolvedAlert(store, alert);
      told = new Set(resolved.map(({ id }) => id));
      const last = resolved.at(-1)?.resolvedAt ?? from;
      more = resolved.length === page && last > from;
      from = more ? last : Math.max(from, last - overlapMs);
    } catch (error) {
      if (signal.aborted) break;
      log.warn({ reason: (error as Error).message }, "resolved alerts could not be looked up");
    }
    if (!more) await sleep(lookMs, undefined, { signal }).catch(() => {});
  }
}
