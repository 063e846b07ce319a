import type { Note } from "@otai/plugin-api/message";
import type { NoteReceipt } from "@otai/plugin-api/ticket-update";
import type { Account } from "./account.ts";
import { numericId } from "./load-ticket.ts";
import { readAnswer } from "./read-answer.ts";
import { createdArticle } from "./schema.ts";

/**
 * The only way by which this adapter adds text to a ticket (D28). `internal` is a constant, since Zammad's default depends on the
 * settings; the type `email`, which sends a mail even when internal, is absent from the code; with the sender `System` agents would
 * not see the text (ZM-12). Never repeated: whoever does not get an answer looks for the note's marker first.
 */
export async function addNote({ client }: Account, id: string, note: Note): Promise<NoteReceipt> {
  const path = "/ticket_articles";
  const body = {
    ticket_id: Number(numericId(id, "ticket")),
    body: note.html,
    type: "note",
    internal: true,
    content_type: "text/html",
    sender: "Agent",
  } as const;
  const answer = await client.request({ method: "POST", path, body, repeatable: false });
  const created = readAnswer(createdArticle, answer.body, `POST ${path}`);
  return { messageId: created.id, createdAt: created.created_at ?? null };
}
