import type { Delivery, WebhookReceiver } from "@otai/plugin-api/webhook";
import type { Store } from "../ports/store.ts";
import type { Ids } from "../ports/surroundings.ts";
import type { ConnectedSystem } from "../ports/ticket-systems.ts";
import { eventKey } from "./event-key.ts";

export interface Acceptance {
  readonly eventIds: readonly string[];
  /** Known from an earlier delivery, or nothing in it concerned us. */
  readonly duplicate: boolean;
}

/**
 * Stores what a verified delivery says; on return it is on disk. A sender with delivery ids is deduplicated by them for as long
 * as they are kept; without ids nothing is dropped at the door, because a retry and a second reply may be byte-equal (R03).
 * @throws RefusedError when the delivery names no ticket.
 */
export async function acceptDelivery(
  connected: ConnectedSystem,
  receiver: WebhookReceiver,
  delivery: Delivery,
  { store, ids }: { store: Store; ids: Ids },
): Promise<Acceptance> {
  const parsed = receiver.parse(delivery);
  // Where payloads are all there is, those of before the watermark are history that is sent to learn from.
  const since = parsed.documents === undefined ? Number.NEGATIVE_INFINITY : connected.ingestFrom;
  const hints = parsed.hints.filter(
    ({ actorId, occurredAt }) =>
      (actorId === null || actorId !== connected.botUserId) && (occurredAt ?? delivery.receivedAt) >= since,
  );
  return store.write(async (tx) => {
    if (parsed.deliveryId !== null) {
      const known = await tx.deliveries.find(connected.uid, parsed.deliveryId);
      if (known !== null) return { eventIds: known, duplicate: true };
    }
    for (const change of parsed.documents ?? []) await tx.documents.change(connected.uid, change);
    const eventIds: string[] = [];
    let fresh = 0;
    for (const hint of hints) {
      const added = await tx.inbox.add({
        connectionUid: connected.uid,
        ticketId: hint.ticketId,
        kind: hint.kind,
        key: eventKey(hint.kind, hint.ticketId, parsed.deliveryId ?? ids.next("delivery")),
        source: "webhook",
        occurredAt: hint.occurredAt ?? delivery.receivedAt,
        laneClass: "live",
      });
      eventIds.push(added.eventId);
      if (!added.duplicate) fresh += 1;
    }
    if (parsed.deliveryId !== null) await tx.deliveries.remember(connected.uid, parsed.deliveryId, eventIds);
    return { eventIds, duplicate: fresh === 0 };
  });
}
