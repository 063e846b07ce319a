import { ClosedTicketError, OtaiError, RefusedError } from "@otai/plugin-api/errors";
import type { RefusedField, TicketUpdate } from "@otai/plugin-api/ticket-update";
import type { Account } from "./account.ts";
import { getRawTicket } from "./get-ticket.ts";
import { unifiedName, type WritePart, writeBody } from "./map-update.ts";
import { readAnswer } from "./read-answer.ts";
import { findField } from "./resolve-field.ts";
import { type RawTicket, writeAnswer } from "./schema.ts";
import { stampOf } from "./ticket-version.ts";

interface FieldsWritten {
  /** As the write answered it; `null` when there was nothing to write, or nothing left. */
  readonly ticket: RawTicket | null;
  /** What was sent and accepted. */
  readonly parts: readonly WritePart[];
  readonly refused: readonly RefusedField[];
}

/** One PUT; fields that Zendesk refuses are dropped and the rest is sent once more (D09). */
export async function writeFields(
  account: Account,
  id: string,
  parts: readonly WritePart[],
  update: TicketUpdate,
): Promise<FieldsWritten> {
  if (parts.length === 0 && update.note === undefined) return { ticket: null, parts, refused: [] };
  try {
    return await putFields(account, id, parts, update);
  } catch (error) {
    const fields = await explainRefusal(account, id, parts, error);
    const rest = parts.filter(({ field }) => !fields.some((refused) => refused.field === field));
    if (rest.length === parts.length) throw error;
    const refused = fields.filter(({ field }) => parts.some((part) => part.field === field));
    if (rest.length === 0 && update.note === undefined) return { ticket: null, parts: [], refused };
    const written = await putFields(account, id, rest, update).catch(async (second: unknown) => {
      await explainRefusal(account, id, rest, second);
      throw second;
    });
    return { ...written, refused: [...refused, ...written.refused] };
  }
}

async function putFields(
  account: Account,
  id: string,
  parts: readonly WritePart[],
  update: TicketUpdate,
): Promise<FieldsWritten> {
  const path = `/tickets/${encodeURIComponent(id)}.json`;
  const answer = await account.pace.run(id, () =>
    account.client.request({
      method: "PUT",
      path,
      body: writeBody(parts, update.note, stampOf(update.expectedVersion)),
      // The lock knows whole seconds only: a repetition within the second of the last change would write the note twice.
      repeatable: update.note === undefined,
    }),
  );
  const { ticket } = readAnswer(writeAnswer, answer.body, `PUT ${path}`);
  const warning = answer.headers["x-zendesk-api-warn"];
  const refused = warning === undefined ? [] : refusedByWarning(warning, parts);
  return { ticket, parts, refused };
}

/** `Removed restricted keys ["group_id"] from parameters according to allowlist`: a 200 that did not write (ZD-22). */
function refusedByWarning(warning: string, parts: readonly WritePart[]): RefusedField[] {
  const names = /\[(.*?)\]/.exec(warning)?.[1]?.match(/[\w.]+/g) ?? [];
  return names
    .map((name) => unifiedName(name, parts))
    .filter((field) => parts.some((part) => part.field === field))
    .map((field) => ({ field, message: `was not written: ${warning}` }));
}

/**
 * The fields that a refusal names, in unified words. Anything but a refusal is thrown on.
 * @throws ClosedTicketError when it is the ticket that takes nothing; RefusedError when what is missing was never ours to write.
 */
async function explainRefusal(
  account: Account,
  id: string,
  parts: readonly WritePart[],
  error: unknown,
): Promise<readonly RefusedField[]> {
  if (!OtaiError.is(error) || error.code !== "refused" || error.status !== 422) throw error;
  const named = await Promise.all((error as RefusedError).fields.map((entry) => nameField(account, parts, entry)));
  if (named.some(({ field }) => parts.some((part) => part.field === field))) {
    // `status` names our wish or the ticket's state; only the ticket itself can tell.
    if (named.every(({ field }) => field === "status")) await throwIfClosed(account, id, error);
    return named;
  }
  const aboutStatus = named.some(({ field }) => field === "status");
  if (aboutStatus) throw closedError(id, error);
  await throwIfClosed(account, id, error);
  throw new RefusedError(error.message, named, { url: error.url ?? "", status: 422, cause: error });
}

async function throwIfClosed(account: Account, id: string, cause: OtaiError): Promise<void> {
  const { status } = await getRawTicket(account, id);
  if (status === "closed" || status === "deleted") throw closedError(id, cause);
}

function closedError(id: string, cause: OtaiError): ClosedTicketError {
  return new ClosedTicketError(`ticket ${id} takes no changes: ${cause.message}`, { status: 422, cause });
}

/** Refusals under `base` name the field by its title alone: `AI Category: is required when solving a ticket`. */
async function nameField(account: Account, parts: readonly WritePart[], entry: RefusedField): Promise<RefusedField> {
  const title = entry.field === "base" ? /^([^:]+):/.exec(entry.message)?.[1] : undefined;
  const field = title === undefined ? undefined : findField((await account.ticketFields.get()) ?? [], title);
  const name = field === undefined ? entry.field : `custom_fields.${field.id}`;
  return { field: unifiedName(name, parts), message: entry.message };
}
