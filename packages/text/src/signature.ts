import { isClosing } from "./closing.ts";
import { isDisclaimer, isImprint } from "./disclaimer.ts";

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
  if (text.length < 60) return text;
  const paragraphs = text.split(/\n{2,}/);
  if (paragraphs.length === 1) return text;
  return paragraphs.filter((paragraph, index) => index === 0 || !isDisclaimer(paragraph)).join("\n\n");
}

const DEVICE =
  /^(?:sent (?:from|via|with) (?:my |the )?|get outlook for |get (?:the |my )?.{1,20} app for |von meinem .{1,40} gesendet|gesendet (?:von|mit) (?:meinem |der |outlook)|diese nachricht wurde von meinem |envoyé (?:de|depuis) mon |envoyé à partir de |obtenir outlook pour |holen sie sich outlook für |enviado desde mi |enviado desde |obtener outlook para )/i;

const isDeviceLine = (line: string): boolean => line.length <= 120 && DEVICE.test(line.trimStart());

/** A name, an address, a telephone number, a company's legal line: short, or with the marks of one, and never a question. */
function belongsToSignature(line: string): boolean {
  if (line === "") return true;
  if (line.length > 200 || line.endsWith("?")) return false;
  const words = line.trim().split(/\s+/).length;
  if (words <= 5 || isClosing(line) || isImprint(line)) return true;
  return words <= 25 && !line.endsWith(".") && CONTACT.test(line) && !/[.!] [A-ZÄÖÜ][^|]{20}/.test(line);
}

const CONTACT =
  /@|www\.|https?:|\||[•·]|\b(?:gmbh|ltd|inc|llc|s\.a\.|hrb|amtsgericht|geschäftsführer|registered|ust-?id|siret)\b|\b(?:tel|phone|mobile?|fax)[^a-z]{0,6}\d|(?:stra(?:ße|sse)|str\.|street|road|rue|calle)\b.{0,20}\d|\d{5}/i;
