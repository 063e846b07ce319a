import type { Note } from "@otai/plugin-api/message";
import type { NoteReceipt } from "@otai/plugin-api/ticket-update";
import type { Account } from "./account.ts";
import { ticketPath } from "./load-ticket.ts";
import { readAnswer } from "./read-answer.ts";
import { conversationSchema } from "./schema.ts";

/**
 * The only way by which this adapter adds text to a ticket. `private` is a constant, and the route of public replies is absent
 * from the code (D28). Never repeated: whoever does not get an answer looks for the note's marker first.
 */
export async function addNote(account: Account, id: string, note: Note): Promise<NoteReceipt> {
  const path = `${ticketPath(id)}/notes`;
  const body = { body: note.html, private: true } as const;
  const answer = await account.client.request({ method: "POST", path, body, repeatable: false });
  const created = readAnswer(conversationSchema, answer.body, `POST ${path}`);
  return { messageId: created.id, createdAt: created.created_at };
}
