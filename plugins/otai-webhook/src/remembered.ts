import type { Instant } from "@otai/plugin-api/ticket";

/** A queue that a payload named. The id is `null` where only the name was there. */
export interface KnownQueue {
  readonly id: string | null;
  readonly name: string;
}

export const queuesKey = "queues";

const mostQueues = 500;

export function rememberQueue(known: readonly KnownQueue[] | null, queue: KnownQueue): readonly KnownQueue[] {
  const list = known ?? [];
  const place = list.findIndex(({ name }) => name === queue.name);
  if (place >= 0 && (queue.id === null || list[place]!.id === queue.id)) return list;
  if (place >= 0) return list.with(place, queue);
  return list.length >= mostQueues ? list : [...list, queue];
}

/** The ticket that a requester was last heard of in. */
export interface RequesterTicket {
  readonly ticketId: string;
  readonly at: Instant;
}

export function requesterKey(id: string): string {
  return `requester/${id}`;
}

export function rememberTicketOf(known: unknown, ticketId: string, at: Instant): RequesterTicket {
  const last = known as RequesterTicket | null;
  return last !== null && (last.at > at || last.ticketId === ticketId) ? last : { ticketId, at };
}
