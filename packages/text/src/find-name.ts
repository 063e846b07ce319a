import { isClosing } from "./closing.ts";
import { isGivenName } from "./given-names.ts";
import { isTelling } from "./name-words.ts";
import { type ReadName, readName, readNameBefore } from "./read-name.ts";
import type { Span } from "./span.ts";

/**
 * Names of people, as far as the words around them tell: behind titles, greetings, "my name is", below closings, in lines like
 * "From:", before a mail address in angle brackets. What was found, or is known to the caller, is found wherever else it stands.
 * Precision comes first: capitals alone, which German gives to every noun, make no name.
 */
export function findNames(text: string, known: readonly string[] = []): Span[] {
  const names = [
    ...behindTitles(text),
    ...behindGreetings(text),
    ...behindIntroductions(text),
    ...belowClosings(text),
    ...inLastLine(text),
    ...behindLabels(text),
    ...besideAddresses(text),
  ];
  const telling = new Set(
    [...names.map(({ words }) => words), ...known.map((name) => readName(name, 0, 4)?.words ?? [])]
      .flat()
      .filter(isTelling),
  );
  const spans = names.map(({ start, end }): Span => ({ kind: "NAME", start, end }));
  return telling.size === 0 ? spans : [...spans, ...occurrences(text, telling)];
}

const TITLE =
  /(?<![\p{L}\p{N}_])(?:(?:Mr|Mrs|Ms|Mx|Messrs|Dr|Prof|Mme|Mlle|Sra?|Dhr|dhr|Mevr|mevr)\.? |(?:Hr|Fr)\. |(?:Miss|Madame|Monsieur|Señora?|Doña|[Mm]evrouw|[Mm]eneer|[Dd]e heer) )/gu;
/** Behind these stand nouns too: "Herrn Weiss Bescheid geben". */
const GERMAN_TITLE = /(?<![\p{L}\p{N}_])(?:Herrn?|Frau) /gu;

function behindTitles(text: string): ReadName[] {
  const names = behind(text, TITLE, 3);
  for (const name of behind(text, GERMAN_TITLE, 3)) {
    const [first = ""] = name.words;
    const closed = /^ ?(?:[,;:!?)\n]|\.(?:\s|$)|$)/.test(rest(text, name));
    const words = closed ? 3 : isGivenName(first) || first.endsWith(".") ? 2 : 1;
    names.push(readName(text, name.start, words)!);
  }
  return names;
}

const GREETING =
  /(?<=^|\n)[>*\t ]{0,5}(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|hallo|liebe[rs]?|werte[rs]?|moin(?: moin)?|servus|grüezi|grüß gott|guten (?:tag|morgen|abend)|bonjour|bonsoir|salut|cher|chère|hola|buen[oa]s (?:días|tardes|noches)|estimad[oa]|querid[oa]|beste|hoi|dag|geachte|goede(?:morgen|middag|navond)),? /giu;

function behindGreetings(text: string): ReadName[] {
  return behind(text, GREETING, 3).flatMap((name) => {
    const after = rest(text, name);
    const ends = /^ ?(?:[,!.:;\n–-]|$)/.test(after);
    const afterComma = text.slice(0, name.start).endsWith(", ");
    if (!isGivenName(name.words[0]!) && (!ends || afterComma)) return [];
    const and = /^ (?:and|und|et|y|en|&|\+) /.exec(after)?.[0];
    const second = and === undefined ? null : readName(text, name.end + and.length, 3);
    return second === null ? [name] : [name, second];
  });
}

const NAMED =
  /(?<![\p{L}\p{N}_])(?:my (?:full )?name(?: is|['’]s)|mein name(?: ist|:)|ich hei(?:ß|ss)e|je m['’]appelle|mon nom est|me llamo|mi nombre es|mijn naam is|ik heet) /giu;
const BEING =
  /(?<![\p{L}\p{N}_])(?:I am|I['’]m|ich bin(?: die| der)?|je suis|soy|ik ben|this is|(?:hier|es) (?:ist|spricht|schreibt)|ici|hier is) /giu;

function behindIntroductions(text: string): ReadName[] {
  const named = behind(text, NAMED, 3);
  const being = behind(text, BEING, 3).filter((name) => {
    const after = rest(text, name);
    const closed = /^(?:,|\.(?:\s|$)|!|\n|$| (?:from|of|at|and|with|here|von|vom|aus|und|bei|de|y|et|van|en) )/.test(
      after,
    );
    if (isGivenName(name.words[0]!)) return name.words.length > 1 || closed;
    return name.words.length === 2 && closed && SPEAKING.test(text.slice(Math.max(0, name.start - 14), name.start));
  });
  return [...named, ...being];
}

/** Who says "this is" may speak of a thing. */
const SPEAKING = /(?:I am|I['’]m|ich bin|je suis|soy|ik ben|hier (?:spricht|schreibt)) $/i;

/** Some sign on behalf of others. */
const SIGNED_FOR = /^[ \t]*(?:(?:i\. ?[AV]\.|ppa\.|gez\.|[-–—~*]{1,3}) ?)?/;
/** Thanks may stand above anything, a farewell stands above whoever bids it. */
const FAREWELL =
  /(?:gr(?:ü|ue)(?:ß|ss)|gruß|gruss|regards|wishes|sincerely|yours|saludo|cordial|groet|mfg|lg|vg|cheers|\bbr\b|\bkr\b)/i;
const LONGEST_LINE = 90;

/** A closing with a name behind it, or in the next line, and nothing else there. */
function belowClosings(text: string): ReadName[] {
  const names: ReadName[] = [];
  const lines = [...text.matchAll(/[^\n]+/g)];
  for (const [at, { 0: line, index }] of lines.entries()) {
    const sentence = lastSentence(line);
    if (line.length - sentence > LONGEST_LINE) continue;
    const last = line.slice(sentence);
    const inline = /^([\p{L}.' ]{2,40}?)[,!.]? (?=(?:\p{Lu}\S*[ \r]?){1,4}$)/u.exec(last);
    if (inline !== null && closes(inline[1]!)) {
      const name = wholeLine(text, index + sentence + inline[0].length, index + line.length, FAREWELL.test(inline[1]!));
      if (name !== null) names.push(name);
    }
    const below = lines[at + 1];
    // "--" stands above a signature, with a closing or without.
    const next = below !== undefined && isDelimiter(below[0]) && closes(last) ? lines[at + 2] : below;
    // At most two blank lines lie between.
    if (next === undefined || next.index - index - line.length > 7 || !(closes(last) || isDelimiter(line))) continue;
    const skipped = SIGNED_FOR.exec(next[0])![0].length;
    const name = wholeLine(text, next.index + skipped, next.index + next[0].length, FAREWELL.test(last));
    if (name !== null) names.push(name);
  }
  return names;
}

const closes = (words: string): boolean =>
  isClosing(words) ||
  /^(?:.{0,30}groet(?:en)?|bye|have a (?:nice|good|great) .{3,12}|bis bald|à bientôt|hasta pronto)[,.! ]{0,3}$/i.test(
    words,
  );
const isDelimiter = (line: string): boolean => /^(?:--|—|__)[ \t\r]*$/.test(line);

/** Where it begins; quotation marks of mail do not belong to it. */
function lastSentence(line: string): number {
  const from = Math.max(0, line.length - LONGEST_LINE - 1);
  const ends = [...line.slice(from).matchAll(/[.!?] (?=\p{Lu})/gu)];
  // "… again. Cheers, Ben"
  for (const { index } of ends)
    if (closes(line.slice(from + index + 2).replace(/[,!]? [^,!]*$/, ""))) return from + index + 2;
  return /^[> ]{0,9}/.exec(line)![0].length;
}

function wholeLine(text: string, from: number, lineEnd: number, aloneIsEnough: boolean): ReadName | null {
  const name = readName(text, from, 4);
  if (name === null || lineEnd - name.end > 4 || !/^[,.!\s]*$/.test(text.slice(name.end, lineEnd))) return null;
  return name.words.length > 1 || aloneIsEnough || isGivenName(name.words[0]!) ? name : null;
}

/** Many sign without a word: "Jane Doe", "Jane Doe, Oxford" */
function inLastLine(text: string): ReadName[] {
  const trimmed = text.trimEnd();
  const from = trimmed.lastIndexOf("\n") + 1;
  if (from === 0 || trimmed.length - from > 60) return [];
  const name = readName(text, from, 4);
  if (name === null || name.words.length < 2 || !isGivenName(name.words[0]!)) return [];
  return /^(?:, \p{Lu}[\p{L} ]{1,30})?$/u.test(trimmed.slice(name.end)) ? [name] : [];
}

const LABEL =
  /(?<=^|\n)[>*\t ]{0,5}(?:from|von|de|van|to|an|à|para|cc|name|full name|vor- und nachname|ansprechpartner(?:in)?|contact(?: person)?|kontakt(?:person)?|requester|absender|sender|reply-to|customer|kunde|kundin|user|benutzer|nom|nombre|naam)\*{0,2} ?: {0,4}["“']?/giu;
const CALLER =
  /(?<![\p{L}\p{N}_])(?:call|message|anruf|nachricht|rückruf|appel|message|llamada|mensaje) (?:from|von|de|an) /giu;
const PART_LABEL =
  /(?<=^|\n)[>*\t ]{0,5}(?:first name|last name|surname|family name|given name|vorname|nachname|familienname|prénom|nom de famille|apellidos?|voornaam|achternaam)\*{0,2} ?: {0,4}["“']?/giu;

function behindLabels(text: string): ReadName[] {
  const whole = behind(text, LABEL, 4).flatMap((name) => {
    const after = rest(text, name);
    const turned = /^, (?=\p{Lu})/u.exec(after)?.[0];
    const second = turned === undefined ? null : readName(text, name.end + turned.length, 2);
    if (second !== null && isGivenName(second.words[0]!)) return [name, second];
    if (!/^["”']? ?(?:[<[(\n;,|]|$)/.test(after)) return [];
    return name.words.length > 1 || isGivenName(name.words[0]!) ? [name] : [];
  });
  const callers = behind(text, CALLER, 3).filter(
    (name) => isGivenName(name.words[0]!) && /^ ?(?:[\n,.:;(]|$)/.test(rest(text, name)),
  );
  return [
    ...whole,
    ...callers,
    ...behind(text, PART_LABEL, 3).filter((name) => /^ ?(?:[\n;,|]|$)/.test(rest(text, name))),
  ];
}

/** "Jane Doe <jane@…", "Jane Doe wrote:", "schrieb Jane Doe:" */
function besideAddresses(text: string): ReadName[] {
  const names: ReadName[] = [];
  for (const { index } of text.matchAll(
    /["”']? ?(?:<(?:mailto:)?[\w.+-]{1,64}@|(?<=\p{L}) (?:wrote|schrieb|a écrit|escribió|schreef) ?:)/gu,
  )) {
    const name = readNameBefore(text, index);
    if (name !== null && (name.words.length > 1 || isGivenName(name.words[0]!))) names.push(name);
  }
  for (const name of behind(text, /(?<!\p{L})schrieb /gu, 4)) {
    if (/^["”']? ?[:<(]/.test(rest(text, name))) names.push(name);
  }
  return names;
}

/** Where the pattern ends a name must begin. */
function behind(text: string, pattern: RegExp, mostWords: number): ReadName[] {
  return [...text.matchAll(pattern)].flatMap(
    ({ 0: found, index }) => readName(text, index + found.length, mostWords) ?? [],
  );
}

/** As much as decides what stands behind a name. */
function rest(text: string, { end }: ReadName): string {
  return text.slice(end, end + 12);
}

/** Whole words; those that follow one another are one name. A placeholder that stands in the text is left alone. */
function occurrences(text: string, words: ReadonlySet<string>): Span[] {
  const spans: Span[] = [];
  for (const { 0: word, index } of text.matchAll(
    /(?<![\p{L}\p{M}\p{N}@._⟦-])\p{Lu}[\p{L}\p{M}'’-]{1,60}(?![\p{N}@_])/gu,
  )) {
    const bare = word.replace(/['’]s$|['’-]+$/, "");
    const end = index + bare.length;
    if (!words.has(bare)) {
      // "Annas Rechnung"
      if (!bare.endsWith("s") || !words.has(bare.slice(0, -1))) continue;
      spans.push({ kind: "NAME", start: index, end: end - 1 });
      continue;
    }
    const last = spans.at(-1);
    if (last !== undefined && last.end + 1 === index && text[last.end] === " ") {
      spans[spans.length - 1] = { ...last, end };
    } else spans.push({ kind: "NAME", start: index, end });
  }
  return spans;
}
