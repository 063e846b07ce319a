import type { LinearModel } from "./linear-model.ts";
import { SUBJECT, type Vectorizer } from "./vectorizer.ts";

/** A phrase that spoke for the prediction; offsets in UTF-16 code units into the prepared field. */
export interface EvidencePhrase {
  readonly field: "subject" | "body";
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What the phrase adds to the score of the predicted label. */
  readonly weight: number;
}

const MOST_PHRASES = 5;
const MOST_WORDS = 8;
/** Words closer than this many characters are one phrase. */
const GAP = 1;

interface Span {
  readonly field: number;
  readonly start: number;
  end: number;
  weight: number;
}

/**
 * The phrases with the largest positive part in the score of `label`, for the text that `vectorizer` holds. What every
 * n-gram contributes goes to the words it is made of; the strongest words are then joined where they are neighbours.
 */
export function explain(
  vectorizer: Vectorizer,
  model: LinearModel,
  label: number,
  texts: readonly [subject: string, body: string],
): EvidencePhrase[] {
  const words = wordSpans(vectorizer);
  creditWords(vectorizer, model, label, words, texts);
  const strongest = words
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_WORDS)
    .sort((a, b) => a.field - b.field || a.start - b.start);
  const phrases: Span[] = [];
  for (const word of strongest) {
    const last = phrases.at(-1);
    if (last && last.field === word.field && word.start - last.end <= GAP) {
      last.end = word.end;
      last.weight += word.weight;
    } else phrases.push({ ...word });
  }
  return phrases
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_PHRASES)
    .map(({ field, start, end, weight }) => ({
      field: field === SUBJECT ? "subject" : "body",
      start,
      end,
      text: texts[field]!.slice(start, end),
      weight,
    }));
}

/** The words of the text, in order of field and start. */
function wordSpans({ grams }: Vectorizer): Span[] {
  return Array.from({ length: grams.words }, (_, at) => ({
    field: grams.wordField[at]!,
    start: grams.wordStart[at]!,
    end: grams.wordEnd[at]!,
    weight: 0,
  }));
}

/** Gives half of what a gram contributes to the word at its start and half to the word at its end. */
function creditWords(
  { grams, indices, values, length, placeOfGram }: Vectorizer,
  model: LinearModel,
  label: number,
  words: readonly Span[],
  texts: readonly string[],
): void {
  const wordAt = texts.map((text) => new Int32Array(text.length).fill(-1));
  words.forEach(({ field, start, end }, number) => {
    wordAt[field]!.fill(number, start, end);
  });
  const occurrences = new Uint32Array(length);
  for (let at = 0; at < grams.length; at++) if (placeOfGram[at]! >= 0) occurrences[placeOfGram[at]!]!++;
  const halves = Float64Array.from(
    { length },
    (_, place) => (model.weight(indices[place]!, label) * values[place]!) / (2 * occurrences[place]!),
  );
  for (let at = 0; at < grams.length; at++) {
    const place = placeOfGram[at]!;
    const places = wordAt[grams.field[at]!];
    if (place < 0 || places === undefined) continue;
    const first = places[grams.start[at]!]!;
    const last = places[grams.end[at]! - 1]!;
    if (first >= 0) words[first]!.weight += halves[place]!;
    if (last >= 0) words[last]!.weight += halves[place]!;
  }
}
