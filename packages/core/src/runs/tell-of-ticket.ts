import type { ThreadMessage } from "./thread.ts";
import type { Visit } from "./visit.ts";

/**
 * How the ticket stands, for the ranking of what is waiting. Told after the visit and only where its thread was read anyway: a crash
 * before it loses a figure until the next visit, never work.
 */
export async function tellOfTicket(visit: Visit): Promise<void> {
  const { claim, ports, connected, ticket } = visit;
  const { see } = ports.services.sentiment;
  if (see === undefined || !visit.hasThread || ticket.requester === null) return;
  const answersAreSeen = connected.system.read.getConversation !== undefined;
  const thread = (await visit.thread()).filter(({ authorId }) => authorId === null || authorId !== connected.botUserId);
  const open = ticket.tombstone === null && ticket.status !== "solved" && ticket.status !== "closed";
  await see({
    connection: connected.name,
    ticketId: ticket.id,
    customerId: ports.customerId(claim.connectionUid, ticket.requester.id),
    open,
    waitingSince: open && answersAreSeen ? waitingSince(thread) : null,
    agents: new Set(thread.filter(({ role }) => role === "agent").map(({ authorId }) => authorId)).size,
    seenAt: ports.clock.now(),
  });
}

/** The first of the customer's messages that stand at the end. */
export function waitingSince(thread: readonly Pick<ThreadMessage, "role" | "createdAt">[]): number | null {
  const answered = thread.findLastIndex(({ role }) => role !== "customer");
  return thread[answered + 1]?.createdAt ?? null;
}
