import { german } from "./phrases/de/german.ts";
import { english } from "./phrases/en/english.ts";
import { spanish } from "./phrases/es/spanish.ts";
import { french } from "./phrases/fr/french.ts";
import type { CorpusLanguage } from "./phrases/language.ts";

/** Percent of the tickets that are in a language the desk reads. */
export const LANGUAGE_SHARES: readonly (readonly [CorpusLanguage, number])[] = [
  [english, 60],
  [german, 28],
  [french, 7],
  [spanish, 5],
];
