import type { Store } from "../ports/store.ts";
import { eventKey } from "./event-key.ts";

export interface ResolvedAlert {
  readonly id: string;
  readonly ticketId: string;
  readonly resolvedAt: number;
}

/** Newest runs of a ticket that are looked at. */
const lookedAt = 100;

/**
 * Tells the lanes in which the ticket's customer was listened to that an alert about it was resolved (D04). Tickets of two
 * connections may have the same id; each lane finds out by itself whether it is meant. Told twice it adds nothing.
 * @returns how many lanes heard of it for the first time.
 */
export async function acceptResolvedAlert(store: Store, alert: ResolvedAlert): Promise<number> {
  const { id, ticketId, resolvedAt } = alert;
  return store.write(async (tx) => {
    const { items } = await tx.journal.listRuns({ ticketId, limit: lookedAt, cursor: null });
    const connections = new Set(
      items.filter(({ trace }) => trace.step === "sentiment").map((run) => run.connectionUid),
    );
    let added = 0;
    for (const connectionUid of connections) {
      const { duplicate } = await tx.inbox.add({
        connectionUid,
        ticketId,
        kind: "alert-resolved",
        key: eventKey("alert-resolved", ticketId, id),
        source: "service",
        occurredAt: resolvedAt,
        laneClass: "live",
      });
      if (!duplicate) added += 1;
    }
    return added;
  });
}
