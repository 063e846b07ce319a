import { ClosedTicketError, ConflictError, OtaiError, UnavailableError } from "@otai/plugin-api/errors";
import type { RefusedField, TicketUpdate, UpdateResult } from "@otai/plugin-api/ticket-update";
import type { Account } from "./account.ts";
import { getRawTicket } from "./get-ticket.ts";
import { planTags } from "./map-tags.ts";
import { findUnwritten, planWrite } from "./map-update.ts";
import { nameTicket } from "./name-tickets.ts";
import type { RawTicket, RawTicketField } from "./schema.ts";
import { outwaitSecond, stampOf } from "./ticket-version.ts";
import { writeFields } from "./write-fields.ts";
import { writeTags } from "./write-tags.ts";

/**
 * Fields, custom fields and note in one locked PUT (ZD-12); then the tags that really change, by the endpoints that add and
 * remove. Whoever calls again after a ConflictError decides anew first (ZD-8).
 * @throws ConflictError, ClosedTicketError, and RefusedError when the rest is refused too. Once the fields are written, a failure
 * among the tags has `outcomeUnknown`: look at the ticket before anything is repeated.
 */
export async function updateTicket(account: Account, id: string, update: TicketUpdate): Promise<UpdateResult> {
  await outwaitSecond(account, id, update.expectedVersion);
  const plan = planWrite(update, update.customFields === undefined ? [] : await fieldsFor(account, update));
  const refused: RefusedField[] = [...plan.refused];
  const written = await writeFields(account, id, plan.parts, update);
  refused.push(...written.refused);
  const { ticket, parts } = written;
  if (ticket === null) {
    const unchanged = await readUnchanged(account, id, update.expectedVersion);
    const after = await changeTags(account, unchanged, update, refused, stampOf(update.expectedVersion));
    logRefused(account, id, refused);
    return { ticket: await nameTicket(account, after), refused };
  }
  return afterWrite(id, async () => {
    const after = await changeTags(account, ticket, update, refused);
    const known = new Set(refused.map(({ field }) => field));
    refused.push(...findUnwritten(parts, after).filter(({ field }) => !known.has(field)));
    logRefused(account, id, refused);
    return { ticket: await nameTicket(account, after), refused };
  });
}

/** Read again, now and then, while a field or choice is missing: somebody may have added it. */
function fieldsFor({ ticketFields }: Account, update: TicketUpdate): Promise<readonly RawTicketField[] | null> {
  return ticketFields.get((fields) => planWrite(update, fields).refused.length === 0);
}

/** Names alone: a message may quote the ticket. */
function logRefused({ context }: Account, id: string, refused: readonly RefusedField[]): void {
  if (refused.length === 0) return;
  const fields = refused.map(({ field }) => field);
  context.log.warn({ connection: context.connection, ticket: id, fields }, "fields were not written");
}

/** Where no PUT carries the lock, the comparison is ours; the tag endpoints compare once more. */
async function readUnchanged(account: Account, id: string, expectedVersion: string): Promise<RawTicket> {
  const ticket = await getRawTicket(account, id);
  if (ticket.status === "closed" || ticket.status === "deleted") {
    throw new ClosedTicketError(`ticket ${id} is ${ticket.status} and takes no changes`);
  }
  if (ticket.updated_at !== stampOf(expectedVersion)) {
    throw new ConflictError(`ticket ${id} was changed at ${ticket.updated_at}, after ${stampOf(expectedVersion)}`);
  }
  return ticket;
}

async function changeTags(
  account: Account,
  ticket: RawTicket,
  update: TicketUpdate,
  refused: RefusedField[],
  lock?: string,
): Promise<RawTicket> {
  const changes = planTags(ticket, update);
  if (changes.kept.length > 0) {
    refused.push({ field: "tags", message: `${changes.kept.join(", ")} stays: it is the value of a field` });
  }
  if (changes.add.length + changes.remove.length === 0) return ticket;
  refused.push(...(await writeTags(account, ticket.id, changes, lock)));
  const after = await getRawTicket(account, ticket.id);
  const present = new Set(after.tags.map((tag) => tag.toLowerCase()));
  const missing = changes.add.filter((tag) => !present.has(tag));
  if (missing.length > 0 && !refused.some(({ field }) => field === "tags")) {
    refused.push({ field: "tags", message: `were not written: ${missing.join(", ")}` });
  }
  return after;
}

/** The fields are written; without this a caller who hears "later" would write, and note, once more. */
async function afterWrite<T>(id: string, rest: () => Promise<T>): Promise<T> {
  try {
    return await rest();
  } catch (cause) {
    if (!OtaiError.is(cause)) throw cause;
    throw new UnavailableError(`ticket ${id}: the fields were written, what follows was not: ${cause.message}`, {
      outcomeUnknown: true,
      cause,
      ...(cause.retryAfterMs !== undefined && { retryAfterMs: cause.retryAfterMs }),
    });
  }
}
