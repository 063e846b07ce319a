import type { Span } from "./span.ts";

/** First digits and lengths of the networks in use. */
const NETWORKS: readonly RegExp[] = [
  /^4(?:\d{12}|\d{15}|\d{18})$/,
  /^(?:5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12})$/,
  /^3[47]\d{13}$/,
  /^3(?:0[0-5]|[689]\d)\d{11,16}$/,
  /^35(?:2[89]|[3-8]\d)\d{12,15}$/,
  /^6\d{15,18}$/,
  /^(?:50|5[6-8])\d{10,17}$/,
];

interface DigitGroup {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

/** Payment cards: whole groups of digits, 12 to 19 together, of a known network and with the right check digit (ISO/IEC 7812, Luhn). */
export function findCards(text: string): Span[] {
  const groups: DigitGroup[] = [];
  for (const { 0: digits, index } of text.matchAll(/\d+/g))
    groups.push({ digits, start: index, end: index + digits.length });
  const spans: Span[] = [];
  for (let first = 0; first < groups.length; first++) {
    const { start } = groups[first]!;
    let digits = "";
    for (let last = first; last < groups.length; last++) {
      const group = groups[last]!;
      if (last > first && !/^[ \u00a0.-]$/.test(text.slice(groups[last - 1]!.end, group.start))) break;
      if (digits.length + group.digits.length > 19) break;
      digits += group.digits;
      if (!isCard(digits)) continue;
      spans.push({ kind: "CARD", start, end: group.end });
      first = last;
      break;
    }
  }
  return spans;
}

const isCard = (digits: string): boolean =>
  digits.length >= 12 && hasRightCheckDigit(digits) && NETWORKS.some((network) => network.test(digits));

function hasRightCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const weighted = i % 2 === 0 ? digit : digit * 2;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}
