import { dutch } from "./postal-dutch.ts";
import { english } from "./postal-english.ts";
import type { PostalForm } from "./postal-form.ts";
import { french } from "./postal-french.ts";
import { german } from "./postal-german.ts";
import { spanish } from "./postal-spanish.ts";
import type { Span } from "./span.ts";

/**
 * Postal addresses: street and number with postcode and town behind them, as Germany, Austria, Switzerland, Great Britain, the United
 * States, France, Spain and the Netherlands write them; a street with its number alone where its name leaves no doubt.
 */
export function findPostalAddresses(text: string): Span[] {
  if (!/\d/.test(text)) return [];
  return [...german, english, french, spanish, dutch].flatMap((form) => findForm(text, form));
}

function findForm(text: string, { street, town, plain }: PostalForm): Span[] {
  const spans: Span[] = [];
  for (const { 0: found, index } of text.matchAll(street)) {
    const end = index + found.length;
    const start = index + (/^[> \t\n]*/.exec(found)?.[0].length ?? 0);
    town.lastIndex = end;
    const behind = town.exec(text)?.[0];
    if (behind !== undefined) spans.push({ kind: "ADDRESS", start, end: end + behind.trimEnd().length });
    else if (plain?.test(found)) spans.push({ kind: "ADDRESS", start, end });
  }
  return spans;
}
