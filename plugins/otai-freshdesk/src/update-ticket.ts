import { ClosedTicketError, ConflictError, OtaiError, RefusedError, UnavailableError } from "@otai/plugin-api/errors";
import type { RefusedField, TicketUpdate, UpdateResult } from "@otai/plugin-api/ticket-update";
import type { Account } from "./account.ts";
import { fieldsNotTaken } from "./fields-not-taken.ts";
import { findField } from "./find-field.ts";
import { loadTicket, ticketPath } from "./load-ticket.ts";
import { findChoice } from "./map-choices.ts";
import { mapTicket, tombstoneOf, versionOf, wordsFor } from "./map-ticket.ts";
import { type MappedUpdate, mapUpdate, type TicketBody } from "./map-update.ts";
import { readAnswer } from "./read-answer.ts";
import { unifiedName, withoutFields } from "./refused-fields.ts";
import { type RawTicket, ticketSchema } from "./schema.ts";

/**
 * One combined write. Freshdesk has no lock, so the ticket is read right before, and a version other than the expected one stops
 * the write. A field that is refused is dropped and the rest sent once more (FD-11).
 * @throws ConflictError when somebody was faster, ClosedTicketError when it takes no changes, RefusedError when what was refused
 *   cannot be dropped (a field that the account requires) or the second try is refused as well.
 */
export async function updateTicket(account: Account, id: string, update: TicketUpdate): Promise<UpdateResult> {
  // Names first: what may fail or take long must stand neither between reading and writing nor behind the write.
  await wordsFor(account, []);
  const { raw, archived } = await loadTicket(account.client, id);
  const tombstone = tombstoneOf(raw, archived);
  if (tombstone !== null)
    throw new ClosedTicketError(`ticket ${id} is ${archived ? "archived" : tombstone} and takes no changes`);
  if (versionOf(raw) !== update.expectedVersion) {
    throw new ConflictError(
      `ticket ${id} changed since it was read (${update.expectedVersion}, now ${versionOf(raw)})`,
    );
  }
  const mapped = await mapForAccount(account, update, raw);
  const written = await writeFields(account, id, mapped, raw);
  const after = written.raw ?? raw;
  const stats = after.status === raw.status ? raw.stats : null;
  // The answer of a PUT has neither requester nor times of its own.
  const words = await wordsFor(account, [after]).catch((cause: unknown) => {
    throw written.raw === null ? cause : afterWrite(id, cause);
  });
  const ticket = mapTicket({ ...after, requester: raw.requester, stats: after.stats ?? stats }, words);
  return { ticket, refused: written.refused };
}

/** The fields are written; whoever heard only of the failed look-up would write once more. */
function afterWrite(id: string, cause: unknown): unknown {
  if (!OtaiError.is(cause)) return cause;
  return new UnavailableError(`ticket ${id} was written, but a name in it could not be looked up: ${cause.message}`, {
    outcomeUnknown: true,
    cause,
    ...(cause.retryAfterMs !== undefined && { retryAfterMs: cause.retryAfterMs }),
  });
}

async function mapForAccount(account: Account, update: TicketUpdate, raw: RawTicket): Promise<MappedUpdate> {
  const { type, queue, customFields = {} } = update;
  const fields = await account.ticketFields.get((known) => {
    const types = known?.find(({ name }) => name === "ticket_type")?.choices ?? null;
    const hasType = type === undefined || types === null || findChoice(types, type) !== undefined;
    return (
      known === null ||
      (hasType && Object.entries(customFields).every(([key, value]) => canTake(findField(known, key), value)))
    );
  });
  const groups = await account.groups.get((known) => known === null || queue === undefined || known.has(queue.id));
  return mapUpdate(update, raw, fields, groups);
}

function canTake(field: ReturnType<typeof findField>, value: unknown): boolean {
  return (
    field !== undefined &&
    (field.choices === null || [value].flat().every((one) => findChoice(field.choices!, String(one))))
  );
}

interface Written {
  /** `null` when there was nothing to write. */
  readonly raw: RawTicket | null;
  readonly refused: readonly RefusedField[];
}

async function writeFields(
  account: Account,
  id: string,
  { body, refused }: MappedUpdate,
  before: RawTicket,
): Promise<Written> {
  if (Object.keys(body).length === 0) return { raw: null, refused };
  try {
    return await put(account, id, body, refused);
  } catch (error) {
    if (!(error instanceof RefusedError) || error.fields.length === 0) throw error;
    const named = error.fields.map(({ field, message }) => ({ field: unifiedName(field), message }));
    const { rest, dropped } = withoutFields(body, named);
    if (!dropped) throw inOurWords(error);
    const all = [...refused, ...named];
    if (Object.keys(rest).length === 0) return { raw: before, refused: all };
    try {
      return await put(account, id, rest, all);
    } catch (again) {
      throw again instanceof RefusedError ? inOurWords(again) : again;
    }
  }
}

/** A partial PUT of values may be repeated: the second one writes the same. */
async function put(account: Account, id: string, body: TicketBody, refused: readonly RefusedField[]): Promise<Written> {
  const path = ticketPath(id);
  const answer = await account.client.request({ method: "PUT", path, body, repeatable: true });
  const raw = readAnswer(ticketSchema, answer.body, `PUT ${path}`);
  return { raw, refused: [...refused, ...fieldsNotTaken(body, raw)] };
}

function inOurWords(error: RefusedError): RefusedError {
  const fields = error.fields.map(({ field, message }) => ({ field: unifiedName(field), message }));
  return new RefusedError(error.message, fields, { status: error.status ?? 400, cause: error });
}
