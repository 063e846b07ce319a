import { expect, test } from "vitest";
import { guessLanguage } from "./guess-language.ts";

test.each([
  ["Wo ist mein Paket?", "de"],
  ["Was heißt Fehler E-207?", "de"],
  ["Where is my parcel?", "en"],
  ["I forgot my password", "en"],
  ["E-207", null],
  ["Error: das Gerät does not start", null],
])("a text too short for a detector: %s is %s", (text, language) => {
  expect(guessLanguage(text)).toBe(language);
});
