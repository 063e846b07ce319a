import type { EvaluateMessage } from "@otai/service-api/qa-evaluate";
import { detectAutoMail } from "@otai/text/auto-mail";
import { htmlToText, looksLikeHtml } from "@otai/text/html";
import { replyText } from "@otai/text/prepare";
import { type Word, wordsOf } from "./words.ts";

/** A public message of a person: what is scored. */
export interface ThreadMessage {
  /** In the request. */
  readonly index: number;
  readonly role: "customer" | "agent";
  /** `null`: nobody knows. */
  readonly authorId: string | null;
  /** Milliseconds since epoch. */
  readonly at: number | null;
  /** What the author wrote anew: no quoted history, no signature. */
  readonly text: string;
  /** As it came; quotes are pieces of this. */
  readonly content: string;
  /** Of `text`. */
  readonly words: readonly Word[];
}

export interface Thread {
  readonly messages: readonly ThreadMessage[];
  /** Public messages that are no person's, by role. */
  readonly automated: { readonly customer: number; readonly agent: number };
  readonly spam: boolean;
}

/** A line that only our own notes have; what they say is not scored, even where the sender forgot that they are private. */
const ownNote = /^\s*ai-note [a-z]+ \S+\s*$/m;

/**
 * What of a conversation is scored: private entries, system entries, automated and machine-written messages and our own notes are
 * left out, as is what the others quote and how they sign (D32, D36).
 */
export function readThread(given: readonly EvaluateMessage[], agentId: string | null): Thread {
  const messages: ThreadMessage[] = [];
  const automated = { customer: 0, agent: 0 };
  let spam = 0;
  for (const [index, { role, content, author_id, created_at, ...marks }] of given.entries()) {
    if (marks.private || role === "system" || ownNote.test(content)) continue;
    const plain = looksLikeHtml(content) ? htmlToText(content) : content;
    const kind = detectAutoMail({ subject: "", body: plain });
    if (role === "customer" && kind === "spam") {
      spam += 1;
      continue;
    }
    // An agent may well tell a customer who is on holiday; only what calls itself automatic is.
    const machine = kind !== null && (role === "customer" || kind === "auto-reply");
    if (marks.automated || marks.ai_generated || machine) {
      automated[role] += 1;
      continue;
    }
    const text = replyText(plain);
    if (text === "") continue;
    messages.push({
      index,
      role,
      authorId: role === "agent" ? (author_id ?? agentId) : author_id,
      at: created_at === undefined ? null : Date.parse(created_at),
      text,
      content,
      words: wordsOf(text),
    });
  }
  return { messages, automated, spam: spam > 0 && !messages.some(({ role }) => role === "customer") };
}

export function agentMessages({ messages }: Thread): readonly ThreadMessage[] {
  return messages.filter(({ role }) => role === "agent");
}

export function customerMessages({ messages }: Thread): readonly ThreadMessage[] {
  return messages.filter(({ role }) => role === "customer");
}

/** How often agents spoke; messages one after the other are one turn. */
export function agentTurns({ messages }: Thread): number {
  return messages.filter(({ role }, at) => role === "agent" && messages[at - 1]?.role !== "agent").length;
}
