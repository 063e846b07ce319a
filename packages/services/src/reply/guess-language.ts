import type { DraftLanguage } from "./style.ts";
import { wordsOf } from "./terms.ts";

/** Words of one of the languages and not of the other. */
const own: Readonly<Record<DraftLanguage, ReadonlySet<string>>> = {
  en: new Set("i my the a an is are do does how where what why when can could you your it of to and not".split(" ")),
  de: new Set(
    `ich mein meine meinen meiner mir mich der das dem den ein eine einen ist sind wie wo wann warum welche welcher heißt kann können sie
    ihr wir es nicht kein keine und mit für bei`.split(/\s+/),
  ),
};

/** For texts too short for a detector: by the little words, if they are of one language only. */
export function guessLanguage(text: string): DraftLanguage | null {
  const words = wordsOf(text);
  const has = (language: DraftLanguage) => words.some((word) => own[language].has(word));
  if (has("en") === has("de")) return null;
  return has("de") ? "de" : "en";
}
