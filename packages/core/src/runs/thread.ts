import type { Message } from "@otai/plugin-api/message";
import type { Ticket } from "@otai/plugin-api/ticket";
import { detectAutoMail } from "@otai/text/auto-mail";

/** One public message as the services see it. */
export interface ThreadMessage {
  /** What it is known by as a cause; the message that opened the ticket is `created` in every ticket system. */
  readonly cause: string;
  readonly role: "customer" | "agent";
  readonly authorId: string | null;
  readonly text: string;
  readonly createdAt: number;
}

/** Our own notes carry it; they are never judged, even where a system shows them as public. */
const ownMarker = /^ai-note [a-z-]+ \S+$/m;

/**
 * What customer and agents wrote to each other, oldest first: the description is message 0 (D26, D31); private notes, our own
 * notes, surveys, system entries and empty ones are dropped (D32, D36). A system without threads has the description alone.
 */
export function publicThread(ticket: Ticket, messages: readonly Message[]): ThreadMessage[] {
  if (messages.length === 0) return [description(ticket)].filter(({ text }) => text !== "");
  return messages.flatMap((message, index): ThreadMessage[] => {
    const { id, role, authorId, createdAt } = message;
    const text = message.body.trim();
    if (message.private || message.automated || role === "system" || text === "" || ownMarker.test(text)) return [];
    return [{ cause: index === 0 ? "created" : id, role, authorId, text, createdAt }];
  });
}

function description(ticket: Ticket): ThreadMessage {
  const authorId = ticket.requester?.id ?? null;
  return { cause: "created", role: "customer", authorId, text: ticket.body.trim(), createdAt: ticket.createdAt };
}

/** No person wrote it (U21); of all messages only the first one has the ticket's subject. */
export function isAutoMail({ cause, text }: ThreadMessage, subject: string): boolean {
  return detectAutoMail({ subject: cause === "created" ? subject : "", body: text }) !== null;
}

/** Author of the last agent message; `null` where none is known (D35). */
export function lastAgent(thread: readonly ThreadMessage[]): string | null {
  return thread.findLast(({ role, authorId }) => role === "agent" && authorId !== null)?.authorId ?? null;
}
