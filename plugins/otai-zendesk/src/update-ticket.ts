import { ClosedTicketError, ConflictError, OtaiError, UnavailableError } from "@otai/plugin-api/errors";
import type { RefusedField, TicketUpdate, UpdateResult } from "@otai/plugin-api/ticket-update";
import type { Account } from "./account.ts";
import { getRawTicket } from "./get-ticket.ts";
import { planTags } from "./map-tags.ts";
import { findUnwritten, planWrite } from "./map-update.ts";
import { nameTicket } from "./name-tickets.ts";
import type { RawTicket } from "./schema.ts";
import { writeFields } from "./write-fields.ts";
import { writeTags } from "./write-tags.ts";

/**
 * Fields, custom fields and note in one locked PUT (ZD-12); then the tags that really change, by the endpoints that add and
 * remove. Whoever calls again after a ConflictError decides anew first (ZD-8).
 * @throws ConflictError, ClosedTicketError, and RefusedError when the rest is refused too. Once the fields are written, a failure
 * among the tags has `outcomeUnknown`: look at the ticket before anything is repeated.
 */
export async function updateTicket(account: Account, id: string, update: TicketUpdate): Promise<UpdateResult> {
  const fields = update.customFields === undefined ? [] : await account.ticketFields.get();
  const plan = planWrite(update, fields);
  const refused: RefusedField[] = [...plan.refused];
  const touchesTags = (update.addTags?.length ?? 0) + (update.removeTags?.length ?? 0) > 0;
  const writesFields = plan.parts.length > 0 || update.note !== undefined;
  if (!writesFields) {
    const ticket = await readUnchanged(account, id, update.expectedVersion);
    const after = touchesTags ? await changeTags(account, ticket, update, refused, update.expectedVersion) : ticket;
    return { ticket: await nameTicket(account, after), refused };
  }
  const written = await writeFields(account, id, plan.parts, update);
  refused.push(...written.refused);
  if (written.ticket === null) return { ticket: await nameTicket(account, await getRawTicket(account, id)), refused };
  const { ticket, parts } = written;
  return afterWrite(id, async () => {
    const after = touchesTags ? await changeTags(account, ticket, update, refused) : ticket;
    const known = new Set(refused.map(({ field }) => field));
    refused.push(...findUnwritten(parts, after).filter(({ field }) => !known.has(field)));
    for (const { field, message } of refused) {
      account.context.log.warn({ connection: account.context.connection, ticket: id, field }, message);
    }
    return { ticket: await nameTicket(account, after), refused };
  });
}

/** Where no PUT carries the lock, the comparison is ours; the tag endpoints compare once more. */
async function readUnchanged(account: Account, id: string, expectedVersion: string): Promise<RawTicket> {
  const ticket = await getRawTicket(account, id);
  if (ticket.status === "closed" || ticket.status === "deleted") {
    throw new ClosedTicketError(`ticket ${id} is ${ticket.status} and takes no changes`);
  }
  if (ticket.updated_at !== expectedVersion) {
    throw new ConflictError(`ticket ${id} was changed at ${ticket.updated_at}, after ${expectedVersion}`);
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
