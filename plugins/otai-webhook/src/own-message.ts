import type { Message, Note } from "@otai/plugin-api/message";
import type { Instant } from "@otai/plugin-api/ticket";

/** Our note as an entry of the conversation: what is written twice under one marker is there once. */
export function ownMessage(note: Note, at: Instant): Message {
  return {
    id: `note/${note.marker}`,
    role: "agent",
    authorId: null,
    authorName: null,
    body: note.text,
    private: true,
    automated: true,
    createdAt: at,
  };
}
