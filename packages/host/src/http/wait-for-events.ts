import { setTimeout as sleep } from "node:timers/promises";
import type { TicketEvent } from "@otai/core/ports/inbox";
import type { Store } from "@otai/core/ports/store";

const lookMs = 50;

/**
 * Looks until nothing of it is open any more. The work itself goes on by itself, also when nobody waits.
 * @param seconds at most so long
 * @param signal ends the wait early: the caller went away
 * @returns `null` when it takes longer
 */
export async function waitForEvents(
  store: Store,
  ids: readonly string[],
  seconds: number,
  signal: AbortSignal,
): Promise<readonly TicketEvent[] | null> {
  const looks = Math.ceil((seconds * 1000) / lookMs);
  for (let look = 0; look <= looks && !signal.aborted; look += 1) {
    const events = await store.read(async (tx) => {
      const found: TicketEvent[] = [];
      for (const id of ids) found.push(...[await tx.inbox.get(id)].filter((event) => event !== null));
      return found;
    });
    if (events.every(({ state }) => state !== "open")) return events;
    await sleep(lookMs, undefined, { signal }).catch(() => {});
  }
  return null;
}
