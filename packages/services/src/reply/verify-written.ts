import { type Placeholders, restore } from "@otai/text/personal-data";
import type { Claim, Removed } from "./answer.ts";
import type { Written } from "./draft-prompt.ts";
import { findPromises } from "./promises.ts";
import { quantitiesAgree } from "./quantities.ts";
import { type ScreeningRules, screenSentence } from "./screen-sentence.ts";
import type { Source } from "./source.ts";
import { findVerbatim, isSupported, isWholeStatement } from "./support.ts";
import { contentStems, stem } from "./terms.ts";

/** The sentences of a model that hold: quote verbatim in the source, sentence no more than the quote, nothing forbidden. */
export function verifySentences(
  sentences: Written["sentences"],
  sources: readonly Source[],
  placeholders: Placeholders,
  rules: ScreeningRules,
): { claims: Claim[]; removed: Removed[] } {
  const claims: Claim[] = [];
  const removed: Removed[] = [];
  for (const sentence of sentences) {
    const text = withoutCitations(restore(sentence.text, placeholders));
    if (text === "") continue;
    const source = sources[sentence.source - 1];
    const place = source === undefined ? null : findVerbatim(restore(sentence.quote, placeholders), source.text);
    if (source === undefined || place === null) {
      removed.push({ text, reason: findPromises(text).length > 0 ? "forbidden_promise" : "unsupported" });
      continue;
    }
    const quote = source.text.slice(place.start, place.end);
    const reason =
      screenSentence(text, quote, source.kind, rules) ??
      screenSentence(quote, quote, source.kind, { ...rules, bannedWords: [], address: null }) ??
      (isSupported(text, quote, source.title) && isWholeStatement(place, source.text) ? null : "unsupported");
    if (reason === null) claims.push({ text, source, quote, list: false });
    else removed.push({ text, reason });
  }
  return { claims, removed };
}

/** Words with which one may ask for more without claiming anything. */
const asking = new Set(
  `send share tell let know give provide attach confirm check describe try name number order invoice screenshot photo picture message error email
  address account device browser version date details detail information example exact exactly happen happens happened see seen shown already
  senden schicken schick mitteilen teilen sagen nennen geben angeben anhängen bestätigen prüfen beschreiben versuchen name nummer bestellnummer
  rechnungsnummer kundennummer bestellung rechnung bildschirmfoto foto bild nachricht fehlermeldung adresse konto gerät browser version datum details
  angaben beispiel genau passiert sehen angezeigt bereits`
    .split(/\s+/)
    .map(stem),
);
const confidential =
  /\b(?:password|passcode|pin|cvv|cvc|card number|credit card|one[- ]time|otp|2fa|secret|token|passwor[td]|kennwort|kartennummer|kreditkarte|geheimzahl|tan)\b/i;

/** A question back may be asked if it states nothing, wants no secret, and uses words of the thread and the sources. */
export function isHarmlessQuestion(question: string, texts: readonly string[], rules: ScreeningRules): boolean {
  if (!question.endsWith("?") || /[.!?…]\s/.test(question.slice(0, -1)) || confidential.test(question)) return false;
  if (findPromises(question).length > 0 || !quantitiesAgree(question, texts.join("\n"))) return false;
  if (screenSentence(question, "", "thread", rules) !== null) return false;
  const known = new Set(texts.flatMap(contentStems));
  return contentStems(question).every((word) => known.has(word) || asking.has(word));
}

/** A model that numbers its sentences itself would number them twice. */
function withoutCitations(text: string): string {
  return text
    .replace(/\s*\[\d{1,2}\]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
