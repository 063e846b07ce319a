import { isIPv6 } from "node:net";
import type { Span } from "./span.ts";

/** IPv4 and IPv6 addresses; four numbers behind "version" or "v" are none. */
export function findIps(text: string): Span[] {
  const spans: Span[] = [];
  for (const { 0: found, index } of text.matchAll(/(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)/g)) {
    if (found.split(".").some((part) => Number(part) > 255 || /^0\d/.test(part))) continue;
    if (/\b(?:v|ver|version|release|build|firmware)[ .:]{0,2}$/i.test(text.slice(Math.max(0, index - 12), index)))
      continue;
    spans.push({ kind: "IP", start: index, end: index + found.length });
  }
  for (const { 0: found, index } of text.matchAll(/(?<![\w:.])[0-9a-f:]{2,39}(?![\w:])/gi)) {
    if (found.split(":").filter((part) => part !== "").length >= 2 && isIPv6(found)) {
      spans.push({ kind: "IP", start: index, end: index + found.length });
    }
  }
  return spans;
}
