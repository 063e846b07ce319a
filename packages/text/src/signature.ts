import { isDisclaimer } from "./disclaimer.ts";

/**
 * The text without what stands below it in so many mails: the part below a `--` line, a closing phrase with the block of
 * name and address under it, "Sent from my phone", legal notices. English, German, French, Spanish.
 * A postscript is kept. May be empty. Looks at the last lines only, apart from the search for legal notices.
 */
export function stripSignature(text: string): string {
  const lines = withoutDisclaimers(text).split("\n");
  const first = Math.max(0, lines.length - MAX_LINES);
  for (let i = first; i < lines.length; i++) {
    if (isDelimiter(lines[i]!)) {
      lines.length = i;
      break;
    }
  }
  for (let i = lines.length - 1; i >= Math.max(0, lines.length - 12); i--)
    if (isDeviceLine(lines[i]!)) lines.splice(i, 1);
  for (let i = Math.max(0, lines.length - MAX_LINES); i < lines.length; i++) {
    if (!isClosing(lines[i]!)) continue;
    const below = lines.slice(i + 1);
    const postscript = below.findIndex((line) => /^p\.? ?s\.?[ :.]/i.test(line));
    const block = postscript < 0 ? below : below.slice(0, postscript);
    if (!block.every(belongsToSignature) || !hasMessage(lines, i)) continue;
    lines.splice(i, 1 + block.length);
    break;
  }
  return lines.join("\n").trimEnd();
}

/** A signature with its legal lines has rarely more. */
const MAX_LINES = 30;

/** "Thanks" above the message itself closes nothing: some words must stand above, more than a salutation. */
function hasMessage(lines: readonly string[], end: number): boolean {
  let length = 0;
  for (let i = 0; i < end && length < 25; i++) length += lines[i]!.length;
  return length >= 25;
}

const isDelimiter = (line: string): boolean => /^(?:--|—|__)[ \t]*$/.test(line.slice(0, 10));

function withoutDisclaimers(text: string): string {
  if (text.length < 100) return text;
  const paragraphs = text.split(/\n{2,}/);
  if (paragraphs.length === 1) return text;
  return paragraphs.filter((paragraph, index) => index === 0 || !isDisclaimer(paragraph)).join("\n\n");
}

const DEVICE =
  /^(?:sent (?:from|via|with) (?:my |the )?|get outlook for |von meinem .{1,40} gesendet|gesendet (?:von|mit) (?:meinem |der |outlook)|diese nachricht wurde von meinem |envoyé (?:de|depuis) mon |envoyé à partir de |obtenir outlook pour |holen sie sich outlook für |enviado desde mi |enviado desde |obtener outlook para )/i;

const isDeviceLine = (line: string): boolean => line.length <= 120 && DEVICE.test(line.trimStart());

const CLOSINGS: readonly string[] = [
  ...[
    "best regards",
    "kind regards",
    "warm regards",
    "kindest regards",
    "with kind regards",
    "with best regards",
    "regards",
    "best wishes",
    "all the best",
    "yours sincerely",
    "sincerely",
    "sincerely yours",
    "yours faithfully",
    "yours truly",
    "cheers",
    "many thanks",
    "thanks",
    "thank you",
    "thanks and regards",
    "thanks & regards",
    "thanks in advance",
    "thank you in advance",
    "best",
    "br",
    "kr",
  ],
  ...[
    "mit freundlichen grüßen",
    "mit freundlichen grüssen",
    "mit freundlichem gruß",
    "mit freundlichem gruss",
    "freundliche grüße",
    "freundliche grüsse",
    "viele grüße",
    "viele grüsse",
    "vielen dank",
    "vielen dank im voraus",
    "vielen dank und viele grüße",
    "danke",
    "danke und gruß",
    "danke und viele grüße",
    "beste grüße",
    "beste grüsse",
    "herzliche grüße",
    "liebe grüße",
    "schöne grüße",
    "gruß",
    "gruss",
    "grüße",
    "hochachtungsvoll",
    "mfg",
    "lg",
    "vg",
  ],
  ...[
    "cordialement",
    "bien cordialement",
    "très cordialement",
    "bien à vous",
    "sincères salutations",
    "meilleures salutations",
    "cordiales salutations",
    "salutations",
    "merci",
    "merci d'avance",
    "merci beaucoup",
    "cdt",
    "cdlt",
  ],
  ...[
    "saludos",
    "saludos cordiales",
    "un saludo",
    "un cordial saludo",
    "cordiales saludos",
    "atentamente",
    "muy atentamente",
    "gracias",
    "muchas gracias",
    "gracias de antemano",
    "reciba un cordial saludo",
  ],
];
const CLOSING: ReadonlySet<string> = new Set(CLOSINGS);
const LONGEST_CLOSING = 90;

/** "Best regards", "Viele Grüße, Mara Beispiel": the phrase alone, or with at most four words of a name behind a comma. */
function isClosing(line: string): boolean {
  if (line.length > LONGEST_CLOSING || line === "") return false;
  const words = line.trim().toLowerCase();
  const comma = words.indexOf(",");
  if (comma > 0 && comma < words.length - 1) {
    return (
      CLOSING.has(words.slice(0, comma)) &&
      words
        .slice(comma + 1)
        .trim()
        .split(" ").length <= 4
    );
  }
  return CLOSING.has(words.replace(/[,.!;: ]{1,5}$/, ""));
}

/** A name, an address, a telephone number, a company's legal line: short, or with the marks of one, and never a question. */
function belongsToSignature(line: string): boolean {
  if (line === "") return true;
  if (line.length > 200 || line.endsWith("?")) return false;
  const words = line.trim().split(/\s+/).length;
  if (words <= 5 || isClosing(line)) return true;
  return words <= 25 && !line.endsWith(".") && CONTACT.test(line) && !/[.!] [A-ZÄÖÜ][^|]{20}/.test(line);
}

const CONTACT =
  /@|www\.|https?:|\||[•·]|\b(?:gmbh|ltd|inc|llc|s\.a\.|hrb|amtsgericht|geschäftsführer|registered|ust-?id|siret)\b|\b(?:tel|phone|mobile?|fax)[^a-z]{0,6}\d|(?:stra(?:ße|sse)|str\.|street|road|rue|calle)\b.{0,20}\d|\d{5}/i;
