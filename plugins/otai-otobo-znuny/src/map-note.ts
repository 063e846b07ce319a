import { RefusedError } from "@otai/plugin-api/errors";
import type { Note } from "@otai/plugin-api/message";
import { isPrivate } from "./map-conversation.ts";
import type { OtoboParams } from "./params.ts";
import type { RawArticle, RawTicket } from "./schema.ts";
import { asStored } from "./stored-text.ts";

/** The only article that we ever write. */
export interface ArticleBody {
  readonly CommunicationChannel: "Internal";
  readonly SenderType: "agent";
  /** Exactly 0: null, "false" and a missing key make it visible to the customer (OT-8). */
  readonly IsVisibleForCustomer: 0;
  readonly NoAgentNotify: 1;
  /**
   * A type that is used for nothing. Without one the server takes "auto follow up", whose text quotes the note in an article that the
   * customer sees, as soon as the agent's name holds a mail address (seen with Znuny 6.5.1).
   */
  readonly AutoResponseType: string;
  readonly ContentType: "text/plain; charset=utf-8";
  readonly Subject: string;
  readonly Body: string;
  /** Only where the installation demands it. */
  readonly TimeUnit?: number;
}

type NoteParams = Pick<OtoboParams, "note_subject" | "note_time_unit" | "note_auto_response">;

/** @throws RefusedError for an empty text, and for "0", which the server takes for a missing one. */
export function mapNote(note: Note, { note_subject, note_time_unit, note_auto_response }: NoteParams): ArticleBody {
  const Body = note.text.trim();
  if (Body === "" || Body === "0") {
    throw new RefusedError("a note without text is not sent", [{ field: "note", message: "is empty" }]);
  }
  return {
    CommunicationChannel: "Internal",
    SenderType: "agent",
    IsVisibleForCustomer: 0,
    NoAgentNotify: 1,
    AutoResponseType: note_auto_response,
    ContentType: "text/plain; charset=utf-8",
    Subject: note_subject,
    Body,
    ...(note_time_unit !== undefined && { TimeUnit: note_time_unit }),
  };
}

/** Our note in the thread, by its marker: the ArticleID of an answer may be that of somebody else's article (OT-19). */
export function findNote(raw: RawTicket, marker: string): RawArticle | undefined {
  const wanted = asStored(marker).trim();
  return raw.Article.find((article) => isPrivate(article) && asStored(article.Body).includes(wanted));
}
