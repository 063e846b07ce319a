import { cleanText, cutText, foldBlanks } from "./clean.ts";
import { htmlToText, looksLikeHtml, MAX_HTML } from "./html.ts";
import { stripQuotedReply } from "./quoted-reply.ts";
import { stripSignature } from "./signature.ts";

/** Raised whenever `prepare` may give another text for the same ticket. A model stores the version that it was trained with. */
export const PREPARE_VERSION = 1;

export const MAX_SUBJECT = 1_000;
export const MAX_BODY = 100_000;
/** Raw text is read up to here: quotations and blanks are removed before the cut, so more than `MAX_BODY` is read. */
const MAX_RAW = 400_000;

export interface TicketText {
  readonly subject: string;
  readonly body: string;
  /** What the body is; without it, a body with HTML tags is taken for HTML. */
  readonly contentType?: "text" | "html";
}

export interface PreparedText {
  /** One line, at most 1,000 UTF-16 units. */
  readonly subject: string;
  /** What the author wrote, at most 100,000 UTF-16 units, lines separated by `\n`. */
  readonly body: string;
  /** True if something was cut off at the end. */
  readonly truncated: boolean;
  readonly version: number;
}

/**
 * The one way from a ticket to the text that models see, in training, serving and evaluation alike: plain text in NFC, without
 * hidden characters and elements, quoted replies, signatures and legal notices, blanks folded. If nothing is left without
 * them, they stay. Never throws; linear in the length of the input.
 */
export function prepare(input: TicketText): PreparedText {
  const rawSubject = cutText(input.subject, MAX_SUBJECT * 4);
  const subject = foldBlanks(cleanText(rawSubject)).replaceAll("\n", " ").replaceAll("  ", " ");
  const html = input.contentType === "html" || (input.contentType === undefined && looksLikeHtml(input.body));
  const limit = html ? MAX_HTML : MAX_RAW;
  const raw = cutText(input.body, limit);
  const whole = foldBlanks(cleanText(html ? htmlToText(raw) : raw));
  const body = stripRest(whole, subject) || whole;
  return {
    subject: cutText(subject, MAX_SUBJECT).trimEnd(),
    body: cutText(body, MAX_BODY).trimEnd(),
    truncated:
      rawSubject.length < input.subject.length ||
      subject.length > MAX_SUBJECT ||
      raw.length < input.body.length ||
      body.length > MAX_BODY,
    version: PREPARE_VERSION,
  };
}

/**
 * What the author of one message wrote anew, cleaned and folded like a prepared body; "" if it is quotation and signature
 * alone. `text` is plain text. The subject tells whether the message was forwarded: then what follows is the matter itself.
 */
export function replyText(text: string, subject = ""): string {
  return stripRest(foldBlanks(cleanText(cutText(text, MAX_RAW))), subject);
}

const stripRest = (text: string, subject: string): string =>
  stripSignature(stripQuotedReply(text, { forwarded: isForwarded(subject) })).trim();

const isForwarded = (subject: string): boolean =>
  /^(?:(?:re|aw|sv) ?: ?)?(?:fwd?|wg|tr|rv) ?:/i.test(subject.trimStart());
