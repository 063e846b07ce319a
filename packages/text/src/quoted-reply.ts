/**
 * The lines that the author wrote anew: without `>` lines, without the line that introduces them, and without everything
 * below an "original message" separator or a header block as Outlook writes it. English, German, French, Spanish.
 * What was forwarded (`forwarded`, or announced by a forwarding separator) is kept: it is what the message is about.
 * May be empty. Looks at each line a bounded number of times.
 */
export function stripQuotedReply(text: string, options: { readonly forwarded?: boolean } = {}): string {
  const lines = text.split("\n");
  const own: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!.trim();
    if (line.startsWith(">")) continue;
    if (isForwardSeparator(line)) {
      own.push(...lines.slice(i).filter((rest) => !rest.trimStart().startsWith(">")));
      break;
    }
    const introduction = introductionLines(lines, i);
    if (introduction > 0) {
      const next = nextLine(lines, i + introduction);
      if (next !== null && !next.startsWith(">")) break;
      i += introduction - 1;
      continue;
    }
    if (!options.forwarded && (isSeparator(line) || startsHeaderBlock(lines, i))) {
      while (own.length > 0 && isRule(own[own.length - 1]!)) own.pop();
      break;
    }
    own.push(lines[i]!);
  }
  return own.join("\n").trimEnd();
}

const MAX_INTRODUCTION = 300;

/** What an introduction starts with, ends with (colon taken off), and holds, where the end alone would be too little. */
const INTRODUCTIONS: readonly { readonly starts: string; readonly ends: string; readonly holds: string }[] = [
  { starts: "on ", ends: " wrote", holds: "" },
  { starts: "am ", ends: "", holds: " schrieb" },
  { starts: "le ", ends: " a écrit", holds: "" },
  { starts: "el ", ends: " escribió", holds: "" },
  { starts: "", ends: "", holds: " schrieb am " },
];

/** How many lines from `at` are an introduction like "On Monday, 2 Nov 2026 at 10:00, Mara <m@x.example> wrote:", broken or not; 0 if none. */
function introductionLines(lines: readonly string[], at: number): number {
  let joined = "";
  for (let count = 1; count <= 3; count++) {
    const line = lines[at + count - 1]?.trim();
    if (line === undefined || line === "" || line.length > MAX_INTRODUCTION) return 0;
    joined = count === 1 ? line.toLowerCase() : `${joined} ${line.toLowerCase()}`;
    if (joined.length > MAX_INTRODUCTION) return 0;
    if (joined.endsWith(":")) return isIntroduction(joined.slice(0, -1).trimEnd(), lines, at + count) ? count : 0;
    if (count === 1 && !/^(?:on|am|le|el) |@|\d/.test(joined)) return 0;
  }
  return 0;
}

function isIntroduction(sentence: string, lines: readonly string[], below: number): boolean {
  if (/\d/.test(sentence)) {
    for (const { starts, ends, holds } of INTRODUCTIONS) {
      if (sentence.startsWith(starts) && sentence.endsWith(ends) && sentence.includes(holds)) return true;
    }
  }
  // "Mara wrote:" alone is an introduction only if a quotation follows.
  return (
    / (?:wrote|schrieb|a écrit|escribió)$/.test(sentence) &&
    sentence.length < 100 &&
    nextLine(lines, below)?.startsWith(">") === true
  );
}

/** The first line with text from `from` on, of the next three; null at the end. */
function nextLine(lines: readonly string[], from: number): string | null {
  for (let i = from; i < Math.min(lines.length, from + 3); i++) {
    const line = lines[i]!.trim();
    if (line !== "") return line;
  }
  return null;
}

const ORIGINAL: ReadonlySet<string> = new Set([
  "original message",
  "original appointment",
  "ursprüngliche nachricht",
  "originalnachricht",
  "original-nachricht",
  "message d'origine",
  "message original",
  "message d’origine",
  "mensaje original",
]);
const FORWARDED: ReadonlySet<string> = new Set([
  "forwarded message",
  "weitergeleitete nachricht",
  "message transféré",
  "mensaje reenviado",
  "begin forwarded message",
  "anfang der weitergeleiteten nachricht",
  "début du message transféré",
  "inicio del mensaje reenviado",
]);

const isSeparator = (line: string): boolean => line.startsWith("--") && ORIGINAL.has(bare(line));
const isForwardSeparator = (line: string): boolean =>
  line.length < 80 && (line.startsWith("--") || line.endsWith(":")) && FORWARDED.has(bare(line));

/** A separator's words without its dashes and colon. */
function bare(line: string): string {
  if (line.length > 100) return "";
  let start = 0;
  let end = line.length;
  while (start < end && "-– ".includes(line[start]!)) start++;
  while (end > start && "-– :".includes(line[end - 1]!)) end--;
  return line.slice(start, end).toLowerCase();
}

/** A line of nothing but dashes or underscores, as mail programs draw it above what they quote. */
function isRule(line: string): boolean {
  const trimmed = line.trim();
  return trimmed === "" || /^[_\-–—=*]{5,}$/.test(trimmed);
}

const FROM = /^\*{0,2}(?:from|von|de|expéditeur|remitente)\*{0,2} ?:/i;
const HEADER =
  /^\*{0,2}(?:sent|date|to|cc|subject|gesendet|datum|an|betreff|envoyé|à|objet|enviado(?: el)?|fecha|para|asunto|importance|wichtigkeit|reply-to)\*{0,2} ?:/i;

/** "From:" and within the next six lines at least two more labels of a mail's head. */
function startsHeaderBlock(lines: readonly string[], at: number): boolean {
  if (!FROM.test(lines[at]!.trimStart())) return false;
  let labels = 0;
  for (let i = at + 1; i < Math.min(lines.length, at + 7); i++) if (HEADER.test(lines[i]!.trimStart())) labels++;
  return labels >= 2;
}
