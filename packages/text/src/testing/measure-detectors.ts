import { findPersonalData } from "../personal-data.ts";
import { type PersonalDataKind, personalDataKinds } from "../span.ts";
import type { LabelledText } from "./labelled-texts.ts";

export interface DetectorFigures {
  readonly kind: PersonalDataKind;
  readonly labels: number;
  /** Of the labels, those that are replaced to their last character, whatever they are taken for. */
  readonly recall: number;
  /** Of what was found as this kind, what is labelled so or lies within. `null` where nothing was found. */
  readonly precision: number | null;
  readonly missed: readonly string[];
  readonly falsePositives: readonly string[];
}

/** Where a value stands several times in its text, every place is to be found. */
export function measureDetectors(texts: readonly LabelledText[]): DetectorFigures[] {
  const counts = new Map(
    personalDataKinds.map((kind) => [kind, { labels: 0, found: 0, missed: [] as string[], wrong: [] as string[] }]),
  );
  for (const { text, labels } of texts) {
    const spans = findPersonalData(text);
    const values = new Map(labels.map(({ kind, value }) => [value, kind]));
    const places = [...values].flatMap(([value, kind]) =>
      placesOf(text, value).map((start) => ({ kind, value, start })),
    );
    for (const { kind, value, start } of places) {
      const count = counts.get(kind)!;
      count.labels += 1;
      const covered = spans.some((span) => span.start <= start && span.end >= start + value.length);
      if (!covered) count.missed.push(value);
    }
    for (const { kind, start, end } of spans) {
      const count = counts.get(kind)!;
      count.found += 1;
      const right = places.some((place) => place.start <= start && place.start + place.value.length >= end);
      if (!right) count.wrong.push(text.slice(start, end));
    }
  }
  return [...counts].map(([kind, { labels, found, missed, wrong }]) => ({
    kind,
    labels,
    recall: labels === 0 ? 1 : (labels - missed.length) / labels,
    precision: found === 0 ? null : (found - wrong.length) / found,
    missed,
    falsePositives: wrong,
  }));
}

function placesOf(text: string, value: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) places.push(at);
  return places;
}
