import { ClosedTicketError, ConflictError } from "@otai/plugin-api/errors";
import type { TicketUpdate, UpdateResult } from "@otai/plugin-api/ticket-update";
import { type Account, knowsQueue } from "./account.ts";
import { loadTicket } from "./load-tickets.ts";
import { findNote } from "./map-note.ts";
import { mapTicket, tombstoneOf } from "./map-ticket.ts";
import { planWrite } from "./map-update.ts";
import type { OtoboParams } from "./params.ts";
import type { RawTicket } from "./schema.ts";
import { versionOf } from "./ticket-version.ts";
import { writeParts } from "./write-parts.ts";

/**
 * Fields, dynamic fields and note in one TicketUpdate. There is no lock, so the ticket is read right before, and another version
 * than the expected one stops the write. A note whose marker stands in the thread already is not written again (OT-13).
 * @throws ConflictError, ClosedTicketError, RefusedError; with `outcomeUnknown` where a write may have happened all the same
 */
export async function updateTicket(account: Account, id: string, update: TicketUpdate): Promise<UpdateResult> {
  const { context } = account;
  const before = await loadTicket(account, id);
  throwIfClosed(before, account.params);
  const version = versionOf(before);
  if (version !== update.expectedVersion) {
    throw new ConflictError(`ticket ${id} changed since it was read (${update.expectedVersion}, now ${version})`);
  }
  if (update.queue !== undefined) await knowsQueue(account, update.queue.name);
  const plan = planWrite(update, before, account);
  const note =
    update.note !== undefined && findNote(before, update.note.marker) === undefined ? update.note : undefined;
  if (plan.parts.length === 0 && note === undefined)
    return { ticket: mapTicket(account, before), refused: plan.refused };
  const { after, refused } = await writeParts(account, id, plan.parts, note);
  const all = [...plan.refused, ...refused];
  if (all.length > 0) {
    // Names alone: a message may quote the ticket.
    const fields = all.map(({ field }) => field);
    context.log.warn({ connection: context.connection, ticket: id, fields }, "fields were not written");
  }
  return { ticket: mapTicket(account, after), refused: all };
}

/** @throws ClosedTicketError for a merged or removed ticket, and for spam; a closed one takes changes. */
export function throwIfClosed(raw: RawTicket, params: OtoboParams): void {
  const tombstone = tombstoneOf(raw, params);
  if (tombstone === null) return;
  throw new ClosedTicketError(`ticket ${raw.TicketID} is ${tombstone} (${raw.State}, ${raw.Queue}) and is left alone`);
}
