import { OtaiError, RefusedError } from "@otai/plugin-api/errors";
import type { Note } from "@otai/plugin-api/message";
import type { Account } from "./account.ts";
import { loadTicket } from "./load-tickets.ts";
import { findNote, mapNote } from "./map-note.ts";
import { findUnwritten, updateBody, type WritePart } from "./map-update.ts";
import { type RawTicket, readAnswer, updateAnswer } from "./schema.ts";

export interface Attempt {
  /** The ticket as it is afterwards. */
  readonly after: RawTicket;
  /** The part of what was sent that the ticket does not show. */
  readonly left: readonly WritePart[];
  /** The note, when it is not in the thread. */
  readonly note: Note | undefined;
  readonly failure: RefusedError | null;
}

/**
 * Sends one TicketUpdate and then looks at the ticket: a 200 may have done nothing, and a refusal may have come half-way (OT-12,
 * OT-14). A lost answer is thrown as such; whoever calls again finds the note in the thread, if it came through (OT-13).
 */
export async function writeOnce(
  account: Account,
  id: string,
  parts: readonly WritePart[],
  note: Note | undefined,
): Promise<Attempt> {
  const { client, params } = account;
  const article = note && mapNote(note, params);
  const failure = await client
    // Values may be written twice, a note must not.
    .call("ticket_update", updateBody(parts, article, params), { ticketIds: [id], repeatable: note === undefined })
    .then((body) => void readAnswer(updateAnswer, body, "TicketUpdate"))
    .catch(asRefusal);
  const after = await loadTicket(account, id).catch((error: unknown) => {
    throw unseen(error);
  });
  const left = findUnwritten(parts, after);
  const missing = note !== undefined && findNote(after, note.marker) === undefined ? note : undefined;
  const done = left.length === 0 && missing === undefined;
  return { after, left, note: missing, failure: done ? null : (failure ?? null) };
}

function asRefusal(error: unknown): RefusedError {
  if (error instanceof RefusedError) return error;
  throw error;
}

/** It is written, but could not be looked at: whoever hears "later" must not write, and note, once more. */
function unseen(cause: unknown): unknown {
  if (!OtaiError.is(cause)) return cause;
  const { code, scope, actor, message } = cause;
  return new OtaiError(code, { scope, actor, retry: "later" }, `written, but not read again: ${message}`, {
    cause,
    outcomeUnknown: true,
    ...(cause.retryAfterMs !== undefined && { retryAfterMs: cause.retryAfterMs }),
  });
}
