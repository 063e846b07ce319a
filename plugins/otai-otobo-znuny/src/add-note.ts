import { UnexpectedAnswerError } from "@otai/plugin-api/errors";
import type { Note } from "@otai/plugin-api/message";
import type { NoteReceipt } from "@otai/plugin-api/ticket-update";
import type { Account } from "./account.ts";
import { loadTicket } from "./load-tickets.ts";
import { findNote } from "./map-note.ts";
import type { RawArticle } from "./schema.ts";
import { throwIfClosed } from "./update-ticket.ts";
import { writeOnce } from "./write-once.ts";

/**
 * An internal article. Sent once, and only when the thread does not hold its marker yet; afterwards it is looked for, also when
 * the answer was lost.
 * @throws ClosedTicketError; errors with `outcomeUnknown` when the note may be there all the same
 */
export async function addNote(account: Account, id: string, note: Note): Promise<NoteReceipt> {
  const before = await loadTicket(account, id);
  throwIfClosed(before, account.params);
  const present = findNote(before, note.marker);
  if (present !== undefined) return receiptOf(account, present);
  const { after, failure } = await writeOnce(account, id, [], note);
  const written = findNote(after, note.marker);
  if (written !== undefined) return receiptOf(account, written);
  throw (
    failure ??
    new UnexpectedAnswerError(`ticket ${id}: the server took the note, but the thread does not show it`, {
      outcomeUnknown: true,
    })
  );
}

function receiptOf({ time }: Account, { ArticleID, CreateTime, Created }: RawArticle): NoteReceipt {
  return { messageId: ArticleID, createdAt: time.parse(CreateTime ?? Created ?? "") };
}
