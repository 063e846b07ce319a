import type { Evidence } from "@otai/service-api/qa-evaluate";
import { cutText } from "@otai/text/clean";
import type { Thread } from "./thread.ts";

/** Longer quotes are cut: evidence, not a copy. */
const longest = 200;
/** Shorter ones prove nothing. */
const shortest = 2;

/**
 * The piece of a scored message that says what the quote says, as it stands there; blanks may differ. `null` when it is not there.
 */
export function locateQuote(thread: Thread, index: number, quote: string): Evidence | null {
  const message = thread.messages.find((candidate) => candidate.index === index);
  const wanted = quote.trim();
  if (message === undefined || wanted.length < shortest) return null;
  // Quoted history and signatures are part of the content, but nobody's words here.
  if (!fold(message.text).includes(fold(wanted))) return null;
  const piece = findPiece(message.content, wanted);
  return piece === null ? null : { message_index: index, quote: piece };
}

function findPiece(content: string, wanted: string): string | null {
  if (content.includes(wanted)) return cut(wanted);
  const parts = wanted.split(/\s+/).map((part) => part.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  const found = new RegExp(parts.join("\\s+")).exec(content);
  return found === null ? null : cut(found[0]);
}

function fold(text: string): string {
  return text.replace(/\s+/g, " ");
}

function cut(quote: string): string {
  return cutText(quote, longest).trimEnd();
}
