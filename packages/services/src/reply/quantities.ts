/** A number with what it counts, comparable between two texts. */
export interface Quantity {
  /** Canonical: `1,000.50` and `1.000,50` are both `1000.5`. */
  readonly value: string;
  readonly unit: string | null;
  readonly start: number;
  readonly end: number;
}

/** Unit words by their beginning; `workday` is not `day`. */
const units: readonly (readonly [pattern: RegExp, unit: string])[] = [
  [/^[-–\s]*(?:business|working|werk|arbeits|bank)[-\s]?(?:days?|tag(?:en|e)?)\b/i, "workday"],
  [/^[-–\s]*(?:seconds?|secs?|sekunden?)\b/i, "second"],
  [/^[-–\s]*(?:minutes?|mins?|minuten?)\b/i, "minute"],
  [/^[-–\s]*(?:hours?|hrs?|h|stunden?|std)\b/i, "hour"],
  [/^[-–\s]*(?:calendar\s|kalender)?(?:days?|tag(?:en|e)?)\b/i, "day"],
  [/^[-–\s]*(?:weeks?|wochen?)\b/i, "week"],
  [/^[-–\s]*(?:months?|monat(?:en|e)?)\b/i, "month"],
  [/^[-–\s]*(?:years?|jahr(?:en|e)?)\b/i, "year"],
  [/^\s*(?:%|percent\b|prozent\b|per cent\b)/i, "percent"],
  [/^\s*(?:€|eur\b|euros?\b)/i, "eur"],
  [/^\s*(?:\$|usd\b|dollars?\b)/i, "usd"],
  [/^\s*(?:£|gbp\b|pounds?\b)/i, "gbp"],
  [/^\s*(?:chf\b|franken\b)/i, "chf"],
  [/^\s*(kb|mb|gb|tb)\b/i, "bytes"],
];
const signs: Readonly<Record<string, string>> = {
  "€": "eur",
  $: "usd",
  "£": "gbp",
  EUR: "eur",
  USD: "usd",
  CHF: "chf",
};

const spelled = new Map(
  [
    "zero null",
    "one",
    "two zwei",
    "three drei",
    "four vier",
    "five fünf",
    "six sechs",
    "seven sieben",
    "eight acht",
    "nine neun",
    "ten zehn",
    "eleven elf",
    "twelve zwölf",
  ].flatMap((names, value) => names.split(" ").map((name): [string, string] => [name, String(value)])),
);
const numbers = new RegExp(
  `(?:(?<sign>[€$£]|\\b(?:EUR|USD|CHF)) ?)?(?<digits>\\d+(?:[.,]\\d+)*)|(?<![\\p{L}\\p{N}])(?<word>${[...spelled.keys()].join("|")})(?![\\p{L}\\p{N}])`,
  "giu",
);

/** All numbers of a text with their units; a range (`3–5 days`) gives its unit to both ends. */
export function findQuantities(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(numbers)) {
    const { sign, digits, word } = match.groups as Record<string, string | undefined>;
    const end = match.index + match[0].length;
    const value = digits === undefined ? spelled.get(word!.toLowerCase())! : canonical(digits);
    const unit = sign === undefined ? unitAt(text, end) : (signs[sign.toUpperCase()] ?? null);
    // "one" counts something only before a unit: "one of our apps" is no number.
    if (word?.toLowerCase() === "one" && unit === null) continue;
    found.push({ value, unit, start: match.index, end });
  }
  for (let at = found.length - 2; at >= 0; at -= 1) {
    const [here, next] = [found[at]!, found[at + 1]!];
    const between = text.slice(here.end, next.start);
    if (here.unit === null && next.unit !== null && /^\s*(?:-|–|to|bis|or|oder)\s*$/i.test(between)) {
      found[at] = { ...here, unit: next.unit };
    }
  }
  return found;
}

/** The text without its numbers: `five` and `5` are the same one, and are compared as such. */
export function withoutQuantities(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of findQuantities(text)) {
    parts.push(text.slice(at, start));
    at = end;
  }
  return [...parts, text.slice(at)].join(" ");
}

/** Is every quantity of `text` among those of `source`, with the same unit? */
export function quantitiesAgree(text: string, source: string): boolean {
  const known = findQuantities(source);
  return findQuantities(text).every((quantity) =>
    known.some(({ value, unit }) => value === quantity.value && unit === quantity.unit),
  );
}

function unitAt(text: string, at: number): string | null {
  const behind = text.slice(at, at + 24);
  return units.find(([pattern]) => pattern.test(behind))?.[1] ?? null;
}

/** The last separator is the decimal one unless exactly three digits follow it. */
function canonical(digits: string): string {
  const last = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  if (last < 0) return strip(digits);
  const fraction = digits.slice(last + 1);
  const whole = digits.slice(0, last).replace(/[.,]/g, "");
  return fraction.length === 3 ? strip(whole + fraction) : strip(`${whole}.${fraction}`);
}

function strip(number: string): string {
  const plain = number.replace(/^0+(?=\d)/, "");
  return plain.includes(".") ? plain.replace(/\.?0+$/, "") : plain;
}
