/** A piece of a text that can be quoted by itself; `text` is the source's from `start` to `end`. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Headings and questions of an article say what follows, they answer nothing. */
  readonly kind: "sentence" | "item" | "heading";
}

const longestHeading = 90;
const item = /^(?:[-*•–]|\d{1,2}[.)])\s+\S/;
const sentenceEnd = /[.!?…]+["'”“»)\]]*(?=\s|$)/gu;

/** Words with a full stop that ends no sentence; any single letter is another (`z. B.`, `U. S.`). */
const abbreviations = new Set(
  "approx ca bzw ggf evtl inkl incl excl exkl nr no dr mr mrs ms prof st str tel usw etc vs max min mind vgl resp abs art zzgl std tgl vom".split(
    " ",
  ),
);

/** Sentences, list items and headings of a plain text, in order. Linear in the length of the text. */
export function splitSentences(text: string): Sentence[] {
  const found: Sentence[] = [];
  let at = 0;
  const lines = text.split("\n");
  lines.forEach((line, number) => {
    const start = at + line.length - line.trimStart().length;
    const content = line.trim();
    at += line.length + 1;
    if (content === "") return;
    const more = lines.slice(number + 1).some((next) => next.trim() !== "");
    if (item.test(content)) found.push({ text: content, start, end: start + content.length, kind: "item" });
    else if (isHeading(content, more)) {
      found.push({ text: content, start, end: start + content.length, kind: "heading" });
    } else found.push(...splitLine(content, start));
  });
  return found;
}

function isHeading(line: string, more: boolean): boolean {
  if (line.startsWith("#")) return true;
  return more && line.length <= longestHeading && !/[.!:;,…]["'”“»)\]]*$/u.test(line) && !/[.!?] \p{Lu}/u.test(line);
}

function splitLine(line: string, offset: number): Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  for (const match of line.matchAll(sentenceEnd)) {
    const to = match.index + match[0].length;
    if (to < line.length && !endsHere(line, from, match.index, to)) continue;
    push(found, line, from, to, offset);
    from = to;
  }
  push(found, line, from, line.length, offset);
  return found;
}

function endsHere(line: string, from: number, stop: number, to: number): boolean {
  if (!/^\s+["'„“»(]?[\p{Lu}\p{N}]/u.test(line.slice(to, to + 4))) return false;
  if (line[stop] !== ".") return true;
  const word = /[\p{L}\p{N}]+$/u.exec(line.slice(from, stop))?.[0] ?? "";
  return word.length > 1 && !abbreviations.has(word.toLowerCase()) && !/^\d{1,2}$/.test(word);
}

function push(found: Sentence[], line: string, from: number, to: number, offset: number): void {
  const raw = line.slice(from, to);
  const text = raw.trim();
  if (text === "") return;
  const start = offset + from + raw.length - raw.trimStart().length;
  found.push({ text, start, end: start + text.length, kind: text.endsWith("?") ? "heading" : "sentence" });
}
