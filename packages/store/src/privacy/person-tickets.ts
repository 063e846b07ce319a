import type { Person } from "@otai/core/ports/privacy";
import { inBatches } from "../batches.ts";
import { laneKey } from "../lane-rows.ts";

export function ticketsOf({ places }: Person): string[] {
  return [...new Set(places.flatMap(({ ticketIds }) => ticketIds))];
}

/**
 * Asks for what the services keep by ticket: by helpdesk and ticket number. Callers need not name a helpdesk, and rows of former
 * versions have none: those are the person's by the number alone.
 */
export function byTicket<Answer>(
  person: Person,
  ask: (connection: string | null, ticketIds: string[]) => Promise<Answer>,
): Promise<Answer>[] {
  return [{ connection: null, ticketIds: ticketsOf(person) }, ...person.places].flatMap(({ connection, ticketIds }) =>
    inBatches(ticketIds, (some) => ask(connection, some)),
  );
}

/** For a column that is `null` where no helpdesk is known. */
export function sameAs(value: string | null): "is" | "=" {
  return value === null ? "is" : "=";
}

export function lanesOf({ places }: Person): string[] {
  return places.flatMap(({ connectionUid, ticketIds }) => ticketIds.map((id) => laneKey(connectionUid, id)));
}
