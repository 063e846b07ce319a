import type { Ticket } from "@otai/plugin-api/ticket";
import type { TicketChange, TicketQuery } from "@otai/plugin-api/ticket-query";
import type { TicketSystem } from "@otai/plugin-api/ticket-system";

export async function listTickets({ read }: TicketSystem, query: TicketQuery = {}): Promise<Ticket[]> {
  const tickets: Ticket[] = [];
  for await (const ticket of read.findTickets(query)) tickets.push(ticket);
  return tickets;
}

interface Drained {
  readonly changes: readonly TicketChange[];
  readonly cursor: string;
}

const mostPages = 2_000;

/** Reads the change feed until it says that nothing more is waiting. @param between is done after each page. */
export async function drainChanges(
  { changes: feed }: TicketSystem,
  from: string,
  between: (changes: readonly TicketChange[]) => Promise<void> = async () => {},
): Promise<Drained> {
  const changes: TicketChange[] = [];
  let cursor = from;
  for (let page = 0; page < mostPages; page++) {
    const { changes: found, cursor: next, caughtUp } = await feed.listChanges(cursor);
    changes.push(...found);
    cursor = next;
    await between(found);
    if (caughtUp) return { changes, cursor };
  }
  throw new Error(`the change feed did not catch up within ${mostPages} pages`);
}
