import type { ConversationEntry } from "@otai/service-api/reply-draft";
import { detectAutoMail } from "@otai/text/auto-mail";
import { cleanText, foldBlanks } from "@otai/text/clean";
import { htmlToText, looksLikeHtml } from "@otai/text/html";
import { replyText } from "@otai/text/prepare";
import { contentStems, wordsOf } from "./terms.ts";

export interface Thread {
  /** Plain text without quotations and signatures; entries with nothing else in them are left out. */
  readonly messages: readonly { readonly role: ConversationEntry["role"]; readonly text: string }[];
  /** The customer's last message. */
  readonly question: string;
  /** The customer's first message, where that is another one. */
  readonly opening: string | null;
  /** Everything the customer wrote. */
  readonly customer: string;
  /** Why there is nothing to answer; `null` when there is. */
  readonly silent: "machine" | "thanks" | "empty" | null;
}

export function readThread(conversation: readonly ConversationEntry[]): Thread {
  const messages = conversation
    .map(({ role, content }) => ({ role, text: ownText(content) }))
    .filter(({ text }) => text !== "");
  const customers = conversation.filter(({ role }) => role === "customer");
  const own = messages.filter(({ role }) => role === "customer").map(({ text }) => text);
  const last = ownText(customers.at(-1)!.content);
  const raw = plainText(customers.at(-1)!.content);
  return {
    messages,
    question: last,
    opening: own.length > 1 && own[0] !== last ? own[0]! : null,
    customer: own.join("\n\n"),
    silent: last === "" ? "empty" : detectAutoMail(asMail(raw)) !== null ? "machine" : isThanks(last) ? "thanks" : null,
  };
}

function plainText(content: string): string {
  return foldBlanks(cleanText(looksLikeHtml(content) ? htmlToText(content) : content));
}

function ownText(content: string): string {
  const plain = plainText(content);
  return replyText(plain).trim();
}

/** The first message of a conversation carries the subject as its first line. */
function asMail(text: string): { subject: string; body: string } {
  const [subject = "", ...body] = text.split("\n");
  return { subject, body: body.length === 0 ? subject : body.join("\n") };
}

const polite = /\b(?:thanks?|thank you|thx|cheers|danke|dankeschön|vielen dank|besten dank|merci)\b/i;
const settled =
  /\b(?:works? (?:now|again|fine)|(?:that|this|it)(?:'s| has| is)? (?:fixed|solved|resolved|worked|helped)|(?:problem|issue) (?:solved|fixed)|hat geklappt|funktioniert (?:jetzt|wieder)|hat (?:mir )?geholfen|hat sich erledigt|alles klar)\b/i;
const open =
  /[?]|n't\b|\b(?:but|however|still|how|what|where|when|why|can you|could you|please|need|not|aber|jedoch|noch|wie|was|wo|wann|warum|bitte|brauche|nicht|kein\w*)\b/i;
const mostWords = 25;
/** Words of substance beside the thanks: `Thank you for the quick help!` has two. */
const mostSubstance = 3;

/** A word of thanks, or that it is settled, and nothing that wants an answer. */
function isThanks(text: string): boolean {
  const plain = text.replaceAll("’", "'");
  if (wordsOf(plain).length > mostWords || open.test(plain)) return false;
  return settled.test(plain) || (polite.test(plain) && contentStems(plain).length <= mostSubstance);
}
