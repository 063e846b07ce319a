import { ClosedTicketError, OtaiError, UnexpectedAnswerError } from "@otai/plugin-api/errors";
import type { Note } from "@otai/plugin-api/message";
import type { NoteReceipt } from "@otai/plugin-api/ticket-update";
import type { Account } from "./account.ts";
import { getRawTicket } from "./get-ticket.ts";
import { mapNote } from "./map-update.ts";
import { readAnswer } from "./read-answer.ts";
import { writeAnswer } from "./schema.ts";

/**
 * A comment that the requester cannot see. Sent once: after a lost answer the caller looks for the marker.
 * @throws ClosedTicketError; errors with `outcomeUnknown` when the note may be there all the same.
 */
export async function addNote(account: Account, id: string, note: Note): Promise<NoteReceipt> {
  const path = `/tickets/${encodeURIComponent(id)}.json`;
  const body = { ticket: { comment: mapNote(note) } };
  const answer = await account.pace
    .run(id, () => account.client.request({ method: "PUT", path, body, repeatable: false }))
    .catch((error: unknown) => explain(account, id, error));
  const { audit } = readAnswer(writeAnswer, answer.body, `PUT ${path}`);
  const messageId = audit?.events.find((event) => event.type === "Comment")?.id;
  if (messageId == null) {
    throw new UnexpectedAnswerError(`PUT ${path}: the answer names no new comment`, { outcomeUnknown: true });
  }
  return { messageId, createdAt: audit?.created_at == null ? null : Date.parse(audit.created_at) };
}

/** A refused comment mostly means a closed ticket (ZD-9); only the ticket itself can tell. */
async function explain(account: Account, id: string, error: unknown): Promise<never> {
  if (OtaiError.is(error) && error.status === 422) {
    const { status } = await getRawTicket(account, id);
    if (status === "closed" || status === "deleted") {
      throw new ClosedTicketError(`ticket ${id} is ${status} and takes no notes`, { status: 422, cause: error });
    }
  }
  throw error;
}
