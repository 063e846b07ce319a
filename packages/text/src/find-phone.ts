import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/min";
import type { Span } from "./span.ts";

/** Whose national numbers are recognised: those of the languages that this package knows. */
const COUNTRIES: readonly CountryCode[] = ["DE", "AT", "CH", "GB", "FR", "ES"];

/** Digits in groups with one separator (two around brackets) between them: 7 digits at least, 17 at most, and no more text than a number needs. */
const CANDIDATE = /(?<![\p{L}\p{N}.,/-])(?:\+|\()?\d{1,15}(?:[ \u00a0]?[-–./() \u00a0][ \u00a0(]?\d{1,15}){0,9}/gu;
const LABEL =
  /(?:tel|telefon|telephone|téléphone|teléfono|phone|mobile?|mobil|handy|móvil|portable|call|fax|anrufen|durchwahl|whatsapp)[^\p{L}\p{N}\n]{0,6}$/iu;
const DATE = /^\(?(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)/;
/** So many numbers may stand behind the telephone number, apart by blanks alone. */
const MAX_TRIES = 5;
const NORTH_AMERICAN = /^(?:1[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}$/;

/**
 * Telephone numbers: international ones, national ones of some European countries with a leading zero (or, in Spain's groups of three),
 * North American ones in their usual form, and whatever stands behind "Tel.".
 */
export function findPhones(text: string): Span[] {
  const spans: Span[] = [];
  for (const { 0: found, index } of text.matchAll(CANDIDATE)) {
    const label = text.slice(Math.max(0, index - 20), index);
    const length = phoneLength(found, LABEL.test(label), /\d/.test(text[index + found.length] ?? ""));
    const number = found.slice(0, length);
    // "(030 1234567)": the bracket is the sentence's.
    const bracket = number.startsWith("(") && !number.includes(")") ? 1 : 0;
    if (length > 0) spans.push({ kind: "PHONE", start: index + bracket, end: index + length });
  }
  return spans;
}

/** How much of the candidate is a telephone number: what follows it after a blank may be another number. */
function phoneLength(candidate: string, labelled: boolean, goesOn: boolean): number {
  if (goesOn || DATE.test(candidate)) return 0;
  let tries = 0;
  for (let end = candidate.length; end > 0 && tries < MAX_TRIES; end = lastBreak(candidate, end - 1)) {
    tries++;
    const number = candidate.slice(0, end).trimEnd();
    const digits = number.replace(/\D/g, "");
    if (digits.length < (labelled ? 5 : 7)) return 0;
    if (digits.length <= 17 && digits.length >= 1.7 * groups(number) && isPhone(number, digits, labelled))
      return number.length;
  }
  return 0;
}

const lastBreak = (text: string, from: number): number =>
  Math.max(text.lastIndexOf(" ", from), text.lastIndexOf("/", from));
const groups = (number: string): number => number.match(/\d+/g)?.length ?? 0;

function isPhone(number: string, digits: string, labelled: boolean): boolean {
  if (labelled) return true;
  if (number.startsWith("+") || digits.startsWith("00")) {
    return parsePhoneNumberFromString(`+${digits.replace(/^00/, "")}`)?.isPossible() ?? false;
  }
  if (NORTH_AMERICAN.test(number)) return parsePhoneNumberFromString(number, "US")?.isPossible() ?? false;
  if (/^0[1-9]\d{7,12}$/.test(digits)) return COUNTRIES.some((country) => isValid(digits, country));
  return /^[6-9]\d\d(?: \d{3}){2}$|^[6-9]\d\d(?: \d\d){3}$/.test(number) && isValid(digits, "ES");
}

const isValid = (digits: string, country: CountryCode): boolean =>
  parsePhoneNumberFromString(digits, country)?.isValid() ?? false;
