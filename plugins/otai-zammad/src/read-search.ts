import { UnexpectedAnswerError } from "@otai/plugin-api/errors";
import { z } from "zod";
import { id, type RawTicket, rawTicket } from "./schema.ts";

const assets = z.object({ Ticket: z.record(z.string(), rawTicket).nullish() }).nullish();
const shapes = [
  // With `expand`, in every version.
  z.array(rawTicket),
  // With `with_total_count`.
  z.object({ records: z.array(rawTicket) }).transform(({ records }) => records),
  // With `full`.
  z.object({ record_ids: z.array(id), assets }).transform((answer) => ordered(answer.record_ids, answer.assets)),
  // Up to 6.4.
  z.object({ tickets: z.array(id), assets }).transform((answer) => ordered(answer.tickets, answer.assets)),
] as const;

/** The tickets of a search, in its order, whatever shape this version answers in (ZM-1). */
export function readSearch(body: unknown): readonly RawTicket[] {
  for (const shape of shapes) {
    const parsed = shape.safeParse(body);
    if (parsed.success) return parsed.data;
  }
  throw new UnexpectedAnswerError(
    `POST /tickets/search: the answer has none of the shapes of Zammad's versions (${describe(body)}); is the address right?`,
  );
}

/** The order is that of the ids; the assets are a bag. */
function ordered(ids: readonly string[], bag: z.output<typeof assets>): RawTicket[] {
  return ids.flatMap((one) => bag?.Ticket?.[one] ?? []);
}

function describe(body: unknown): string {
  if (Array.isArray(body)) return `a list of ${body.length} entries that are no tickets`;
  return typeof body === "object" && body !== null ? `keys ${Object.keys(body).slice(0, 5).join(", ")}` : typeof body;
}
