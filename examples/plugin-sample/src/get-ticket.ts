import type { Ticket } from "@otai/plugin-api/ticket";
import type { PlainDeskClient } from "./client.ts";
import { mapTicket } from "./map-ticket.ts";
import { ticketSchema } from "./schema.ts";

/** @throws NotFoundError, also for a deleted ticket. */
export async function getTicket(client: PlainDeskClient, id: string): Promise<Ticket> {
  return mapTicket(await client.call(ticketSchema, { method: "GET", path: ticketPath(id), repeatable: true }));
}

// Replace: the path of one ticket.
/** Encoded, so that nothing from outside changes the path. */
export function ticketPath(id: string): string {
  return `/tickets/${encodeURIComponent(id)}`;
}
