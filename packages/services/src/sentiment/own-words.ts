import { cleanText, foldBlanks } from "@otai/text/clean";
import { htmlToText, looksLikeHtml } from "@otai/text/html";
import { replyText } from "@otai/text/prepare";

export interface OwnWords {
  /** The message as plain text; offsets of evidence point into it. */
  readonly plain: string;
  /** As long as `plain`; what the customer did not write now (quotations, signature) is blank. */
  readonly own: string;
}

/** Behind every line end that cleaning would make a `\n`. */
const behindLine = /(?<=\n|\r(?!\n)|[\v\f\u0085\u2028\u2029])/;

/** Only the customer's own words have a tone: what they quote is often ours. */
export function ownWords(text: string): OwnWords {
  const plain = looksLikeHtml(text) ? htmlToText(text) : text;
  const kept = replyText(plain).split("\n");
  let next = 0;
  let own = "";
  for (const line of plain.split(behindLine)) {
    const folded = foldBlanks(cleanText(line));
    while (kept[next] === "" && folded !== "") next += 1;
    const isOwn = folded !== "" && folded === kept[next];
    if (isOwn) next += 1;
    own += isOwn ? line : line.replace(/[^\n]/g, " ");
  }
  return { plain, own };
}
