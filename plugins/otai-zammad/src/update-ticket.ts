import { ClosedTicketError, ConflictError, OtaiError, RefusedError, UnavailableError } from "@otai/plugin-api/errors";
import type { RefusedField, TicketUpdate, UpdateResult } from "@otai/plugin-api/ticket-update";
import type { Account } from "./account.ts";
import { fieldsNotTaken } from "./fields-not-taken.ts";
import { completeTicket } from "./get-ticket.ts";
import { loadTags, loadTicket, ticketPath } from "./load-ticket.ts";
import { stateOf, type TicketWords, versionOf, wordsFor } from "./map-ticket.ts";
import { mapUpdate } from "./map-update.ts";
import { readAnswer } from "./read-answer.ts";
import { type RawTicket, rawTicket } from "./schema.ts";
import { assertSendable, type TicketBody, unifiedName, withoutField } from "./ticket-body.ts";
import { planTags, type WriteProgress, writeTags } from "./write-tags.ts";

/**
 * One PUT for the fields, then a call per tag. Zammad has no lock, so the ticket is read right before, and a version other than the
 * expected one stops the write. A field that is refused is dropped and the rest sent once more (D09). The ticket is read again by
 * its id and compared with what was asked.
 * @throws ConflictError when somebody was faster, ClosedTicketError for merged and removed tickets, RefusedError when what was
 *   refused cannot be dropped. Once anything is written, a failure has `outcomeUnknown`: look at the ticket first.
 */
export async function updateTicket(account: Account, id: string, update: TicketUpdate): Promise<UpdateResult> {
  // What the installation's words mean is known before the ticket is read: nothing comes between reading and writing.
  await wordsFor(account, []);
  const [raw, tags] = await Promise.all([loadTicket(account, id), loadTags(account.client, id)]);
  const words = await wordsForUpdate(account, raw, update);
  refuseUnlessOpen(raw, tags, words, update);

  const mapped = mapUpdate(update, raw, words);
  const written = await writeFields(account, id, mapped.body);
  const refused = [...mapped.refused, ...written.refused];
  const progress = { written: Object.keys(written.body).length > 0 };
  return afterWrite(id, progress, async () => {
    const changes = planTags(tags, update);
    refused.push(...(await writeTags(account, id, changes, progress)));
    const [now, tagsNow] = progress.written
      ? await Promise.all([loadTicket(account, id), loadTags(account.client, id)])
      : [raw, tags];
    const known = new Set(refused.map(({ field }) => field));
    const missing = [...fieldsNotTaken(written.body, now, words), ...tagsNotTaken(changes, tagsNow)];
    refused.push(...missing.filter(({ field }) => !known.has(field)));
    if (refused.length > 0) {
      const fields = refused.map(({ field }) => field);
      account.context.log.warn(
        { connection: account.context.connection, ticket: id, fields },
        "fields were not written",
      );
    }
    return { ticket: await completeTicket(account, now, tagsNow), refused };
  });
}

/** Attributes are read again, now and then, while a field or choice is missing: somebody may have added it. */
async function wordsForUpdate(account: Account, raw: RawTicket, update: TicketUpdate): Promise<TicketWords> {
  const words = await wordsFor(account, [raw]);
  const isComplete = (with_: TicketWords) => mapUpdate(update, raw, with_).refused.length === 0;
  if (isComplete(words)) return words;
  const ticketOnes = ({ entries }: Awaited<ReturnType<Account["attributes"]["get"]>>) =>
    entries.filter(({ object }) => object === "Ticket");
  const [groups, attributes] = await Promise.all([
    account.groups.get(({ entries }) => isComplete({ ...words, groups: entries })),
    account.attributes.get((found) => isComplete({ ...words, attributes: ticketOnes(found) })),
  ]);
  return { ...words, groups: groups.entries, attributes: ticketOnes(attributes) };
}

function refuseUnlessOpen(raw: RawTicket, tags: readonly string[], words: TicketWords, update: TicketUpdate): void {
  const { tombstone } = stateOf(raw, words);
  if (tombstone !== null) {
    const what = tombstone === "deleted" ? "removed" : tombstone;
    throw new ClosedTicketError(`ticket ${raw.id} is ${what} and takes no changes`);
  }
  const version = versionOf(raw, tags, words);
  if (version !== update.expectedVersion) {
    throw new ConflictError(`ticket ${raw.id} changed since it was read (${update.expectedVersion}, now ${version})`);
  }
}

interface Written {
  /** What was accepted; empty when nothing was sent. */
  readonly body: TicketBody;
  readonly refused: readonly RefusedField[];
}

/** A 422 refuses the whole PUT and names one attribute, if any. */
async function writeFields(account: Account, id: string, body: TicketBody): Promise<Written> {
  if (Object.keys(body).length === 0) return { body, refused: [] };
  try {
    await put(account, id, body);
    return { body, refused: [] };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const named = inOurWords(error);
    const first = named.fields.find(({ field }) => Object.keys(body).some((key) => unifiedName(key) === field));
    if (first === undefined) throw named;
    const rest = withoutField(body, first.field);
    if (Object.keys(rest).length > 0) {
      await put(account, id, rest).catch((second: unknown) => {
        throw isRefusal(second) ? inOurWords(second) : second;
      });
    }
    return { body: rest, refused: [first] };
  }
}

/** A partial PUT of values may be repeated: the second one writes the same. */
async function put(account: Account, id: string, body: TicketBody): Promise<RawTicket> {
  assertSendable(body);
  const path = ticketPath(id);
  const query = { expand: "true" };
  const answer = await account.client.request({ method: "PUT", path, query, body, repeatable: true });
  return readAnswer(rawTicket, answer.body, `PUT ${path}`);
}

function isRefusal(error: unknown): error is RefusedError {
  return OtaiError.is(error) && error.code === "refused";
}

function inOurWords(error: RefusedError): RefusedError {
  const fields = error.fields.map(({ field, message }) => ({ field: unifiedName(field), message }));
  return new RefusedError(error.message, fields, { status: error.status ?? 422, cause: error });
}

function tagsNotTaken({ add }: { add: readonly string[] }, present: readonly string[]): RefusedField[] {
  const has = new Set(present.map((tag) => tag.toLowerCase()));
  const missing = add.filter((tag) => !has.has(tag.toLowerCase()));
  return missing.length === 0 ? [] : [{ field: "tags", message: `were not written: ${missing.join(", ")}` }];
}

/** Something is written; without this a caller who hears "later" would not know of it. */
async function afterWrite<T>(id: string, progress: WriteProgress, rest: () => Promise<T>): Promise<T> {
  try {
    return await rest();
  } catch (cause) {
    if (!progress.written || !OtaiError.is(cause)) throw cause;
    throw new UnavailableError(`ticket ${id} was written in part, what follows was not: ${cause.message}`, {
      outcomeUnknown: true,
      cause,
      ...(cause.retryAfterMs !== undefined && { retryAfterMs: cause.retryAfterMs }),
    });
  }
}
