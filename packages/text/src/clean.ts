/**
 * What carries no text: controls but tab and newline, and format characters (soft hyphen, zero-width and bidirectional marks,
 * the tag characters with which text is hidden from people but not from models), and the grapheme joiner.
 */
const INVISIBLE = /[[\p{Cc}\p{Cf}]--[\n\t]]|\u034f/gv;

const PLAIN = /^[\n\x20-\x7e]*$/;
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** Normalising sorts runs of combining marks in quadratic time; no script needs more than 30 (UAX #15, Stream-Safe Text Format). */
const LONG_MARKS = /\p{M}{31,}/gu;
const MAX_MARKS = 30;

/** Well-formed Unicode in NFC with `\n` line ends and nothing invisible. Idempotent, linear in the length of the text. */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .toWellFormed()
    .replace(LINE_ENDS, "\n")
    .replace(INVISIBLE, "")
    .replace(LONG_MARKS, (marks) => [...marks].slice(0, MAX_MARKS).join(""))
    .normalize("NFC");
}

/** Runs of blanks become one space, lines are trimmed, at most one empty line stays between two lines. Idempotent. */
export function foldBlanks(text: string): string {
  return text
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** At most `limit` UTF-16 units, never ending in half a surrogate pair. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}
