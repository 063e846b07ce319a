import type { Note } from "@otai/plugin-api/message";
import type { NoteReceipt } from "@otai/plugin-api/ticket-update";
import type { PlainDeskClient } from "./client.ts";
import { ticketPath } from "./get-ticket.ts";
import { noteAnswer } from "./schema.ts";

/** `internal` is a constant: this plugin cannot write to customers. Never repeated: the caller looks for the marker first. */
export async function addNote(client: PlainDeskClient, id: string, note: Note): Promise<NoteReceipt> {
  // Replace: the constant that keeps a note from customers.
  const body = { html: note.html, internal: true } as const;
  const answer = await client.call(noteAnswer, {
    method: "POST",
    path: `${ticketPath(id)}/messages`,
    body,
    repeatable: false,
  });
  return { messageId: answer.id, createdAt: answer.created_at };
}
