import type { Span } from "./span.ts";

/** RFC 5321, 4.5.3.1. */
const MAX_LOCAL = 64;
const MAX_DOMAIN = 255;

const LOCAL = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const DOMAIN = /[\p{L}\p{N}.-]/u;
const TOP_LEVEL = /[^.]\.[^.]*\p{L}$/u;

/** Mail addresses, found from each `@` outwards; letters of any script (RFC 6531). */
export function findEmails(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    let start = at;
    while (start > 0 && at - start < MAX_LOCAL && LOCAL.test(text[start - 1]!)) start--;
    while (start < at && /[.'*/=?`{|}~&!#$^]/.test(text[start]!)) start++;
    let end = at + 1;
    while (end < text.length && end - at <= MAX_DOMAIN && DOMAIN.test(text[end]!)) end++;
    while (end > at && /[.-]/.test(text[end - 1]!)) end--;
    const domain = text.slice(at + 1, end);
    if (start < at && TOP_LEVEL.test(domain)) spans.push({ kind: "EMAIL", start, end });
  }
  return spans;
}
