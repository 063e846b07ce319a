import type { Answers } from "@otai/plugin-api/answers";
import { ClosedTicketError } from "@otai/plugin-api/errors";
import type { Note } from "@otai/plugin-api/message";
import type { NoteReceipt } from "@otai/plugin-api/ticket-update";
import { presentTicket, type WebhookAccount } from "./account.ts";
import { learn, ticketKey } from "./kept-ticket.ts";
import { mapTicket } from "./map-ticket.ts";
import { ownMessage } from "./own-message.ts";
import { queueResults } from "./queue-results.ts";
import { resultOfNote } from "./result-message.ts";

/** Kept in the conversation and told to the receiver, by one commit; whom it may be shown to, the receiver knows (private). */
export async function addNote(
  account: WebhookAccount,
  id: string,
  note: Note,
  answers?: Answers,
): Promise<NoteReceipt> {
  const at = account.clock.now();
  const message = ownMessage(note, at);
  await account.documents().apply([
    {
      key: ticketKey(id),
      change(known) {
        const before = presentTicket(known, id);
        if (mapTicket(before).tombstone === "deleted") throw new ClosedTicketError(`ticket ${id} is deleted`);
        return learn(before, id, { at: before.lastAt, facts: {}, messages: [message] });
      },
    },
    ...queueResults(account, at, note.marker, [resultOfNote(id, note, answers)]),
  ]);
  return { messageId: message.id, createdAt: at };
}
