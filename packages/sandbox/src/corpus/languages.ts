import { english } from "./phrases/en/english.ts";
import type { CorpusLanguage } from "./phrases/language.ts";

/** Percent of the tickets that are in a language the desk reads. */
export const LANGUAGE_SHARES: readonly (readonly [CorpusLanguage, number])[] = [[english, 60]];
