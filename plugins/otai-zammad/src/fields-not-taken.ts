import type { RefusedField } from "@otai/plugin-api/ticket-update";
import type { TicketWords } from "./map-ticket.ts";
import { sameValue } from "./map-update.ts";
import type { RawTicket } from "./schema.ts";
import { type TicketBody, unifiedName } from "./ticket-body.ts";

/**
 * Compares what Zammad has now with what it was asked for: unknown keys are dropped without a word, and so are values that a Core
 * Workflow forbids (ZM-9).
 */
export function fieldsNotTaken(body: TicketBody, now: RawTicket, words: TicketWords): RefusedField[] {
  const named = { group: words.groups, priority: words.priorities, state: words.states } as const;
  const present = (key: string): unknown => {
    if (key === "owner_id") return Number(now.owner_id);
    if (!Object.hasOwn(named, key)) return now[key];
    const word = key as keyof typeof named;
    // An answer without `expand` has the id alone.
    const id = now[`${word}_id`];
    return now[word] ?? named[word].find((entry) => entry.id === id)?.name;
  };
  return Object.entries(body)
    .filter(([key, value]) => !sameValue(present(key), value))
    .map(([key]) => ({
      field: unifiedName(key),
      message: "Zammad accepted the update, but the value is not there: a Core Workflow may forbid it",
    }));
}
